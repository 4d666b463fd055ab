// Söksidan: fältet, filtren och träffarna. Själva sökandet sköter sok-motor.js.
// Allt som läsaren har valt står i adressen (?q=avtal&slag=Möte&ar=2021&ar=2020&ordning=datum), så
// att en sökning går att dela och att backa till. Flera val i en grupp vidgar, flera grupper snävar in.

import { drawChosen, drawFilters, openChosen, showChosen, showFilters } from "./sok-filter.js";
import { suggest } from "./sok-forslag.js";
import { FACETS, open } from "./sok-motor.js";
import { drawHit, element, grouped, inNumbers } from "./sok-traff.js";

const AT_A_TIME = 8;
const PAUSE = 250; // millisekunder utan en ny bokstav innan det söks
const SLOW = 400; // så länge väntar läsaren innan sidan säger att den söker
const TITLE = document.title;

const root = document.querySelector(".nv-search");
if (root) start(root);

async function start(root) {
  const state = fromAddress();
  const view = draw(root, state);
  view.input.value = state.q;
  view.sort.value = state.sort;
  view.help.hidden = Boolean(toSearch(state));
  showChosen(view.chosen, state);
  openChosen(view.filters, state);
  try {
    listen(view, state, await open(new URL(root.dataset.bundle, location.href)));
  } catch (error) {
    fail(view, error);
  }
}

// Läsaren skriver, väljer och backar; efter var och en söks på nytt.
function listen(view, state, engine) {
  let timer;

  view.change = (change, write = history.pushState) => {
    clearTimeout(timer);
    Object.assign(state, { q: view.input.value.trim() }, change);
    if (location.search !== toSearch(state)) write.call(history, null, "", location.pathname + toSearch(state));
    if (view.input.value.trim() !== state.q) view.input.value = state.q;
    search(view, state, engine);
  };

  view.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(view.change, PAUSE, {}, history.replaceState);
  });
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    view.change({});
  });
  view.sort.addEventListener("change", () => view.change({ sort: view.sort.value }));
  addEventListener("popstate", (event) => {
    Object.assign(state, fromAddress());
    view.input.value = state.q;
    view.sort.value = state.sort;
    openChosen(view.filters, state);
    search(view, state, engine, event.state?.shown);
  });
  search(view, state, engine, history.state?.shown);
}

// Bara svaret på den senaste frågan visas.
async function search(view, state, engine, least = AT_A_TIME) {
  const mine = (view.latest = {});
  const slow = setTimeout(() => (view.status.textContent = "Söker …"), SLOW);
  showChosen(view.chosen, state);
  document.title = state.q ? `${state.q} – ${TITLE}` : TITLE;
  try {
    const answer = await engine.find(state);
    const hits = await fetched(answer?.hits.slice(0, least) ?? []);
    if (mine !== view.latest) return;
    clearTimeout(slow);
    show(view, answer, hits, state);
    await showFilters(view.filters, state, answer?.counts ?? ((keys) => engine.facets(keys)), answer?.hits.length);
    if (!answer || answer.hits.length) return;
    const ideas = await suggest(engine, state);
    if (mine === view.latest) showIdeas(view, ideas);
  } catch (error) {
    if (mine === view.latest) fail(view, error);
  } finally {
    clearTimeout(slow);
  }
}

function fetched(hits) {
  return Promise.all(hits.map((fetch) => fetch()));
}

// ---- Adressen ----

function fromAddress() {
  const query = new URLSearchParams(location.search);
  const groups = FACETS.map(({ key }) => [key, [...new Set(query.getAll(key))]]);
  const sort = query.get("ordning") === "datum" ? "datum" : "relevans";
  return { q: (query.get("q") ?? "").trim(), sort, ...Object.fromEntries(groups) };
}

function toSearch(state) {
  const query = new URLSearchParams();
  if (state.q) query.append("q", state.q);
  for (const { key } of FACETS) for (const value of state[key]) query.append(key, value);
  if (state.sort === "datum") query.append("ordning", "datum");
  return query.size ? `?${query}` : "";
}

// ---- Det som syns ----

function draw(root, state) {
  const input = element("input", { id: "sok-falt", type: "search", name: "q", autocomplete: "off", enterKeyHint: "search" });
  const label = element("label", { htmlFor: input.id }, "Sök möten, beslut och nätverk");
  const form = element("form", { className: "nv-search-form", role: "search" }, label, input, element("button", {}, "Sök"));
  const sort = element("select", { id: "sok-ordning" }, new Option("Bäst träff först", "relevans"), new Option("Nyast först", "datum"));
  const order = element("p", { className: "nv-search__order" }, element("label", { htmlFor: sort.id }, "Ordning"), sort);
  const status = element("p", { className: "nv-search__status", role: "status" }, "Hämtar sökningen …");
  const ideas = element("div", { className: "nv-search__ideas" });
  const list = element("ol", { className: "nv-hits nv-search__hits" });
  const more = element("p", { className: "nv-search__more" });
  const help = document.querySelector(".nv-search-help");
  const view = { form, input, sort, order, status, ideas, list, more, help, change: () => {} };
  view.filters = drawFilters((key, values) => view.change({ [key]: values }));
  view.chosen = drawChosen({
    remove: (key, value) => view.change({ [key]: state[key].filter((other) => other !== value) }),
    clear: () => view.change(Object.fromEntries(FACETS.map(({ key }) => [key, []]))),
  });
  const bar = element("div", { className: "nv-search__bar" }, status, view.filters.button, order);
  const found = element("div", {}, bar, view.chosen.node, ideas, list, more, help);
  root.replaceChildren(form, element("div", { className: "nv-search__body" }, view.filters.node, found));
  return view;
}

function show(view, answer, hits, state) {
  view.list.replaceChildren(...hits.map(drawHit));
  view.ideas.replaceChildren();
  view.status.textContent = answer ? summary(answer.hits.length, answer.instead ?? state.q) : "Skriv ord, eller välj ett filter.";
  view.order.hidden = !answer?.hits.length;
  view.help.hidden = Boolean(answer?.hits.length);
  showMore(view, answer?.hits ?? []);
}

function summary(count, query) {
  const what = query ? ` på ”${query}”` : "";
  return count ? `${inNumbers(count)}${what}` : `Inga träffar${what}.`;
}

// Fokus följer med till den första av de nya träffarna.
function showMore(view, hits) {
  const shown = view.list.children.length;
  view.more.replaceChildren();
  if (shown >= hits.length) return;
  const button = element("button", { type: "button" }, "Visa fler");
  view.more.append(button, element("span", {}, `Visar ${grouped(shown)} av ${grouped(hits.length)}`));
  button.addEventListener("click", async () => {
    button.disabled = true;
    const next = await fetched(hits.slice(shown, shown + AT_A_TIME));
    if (!button.isConnected) return; // en nyare sökning hann före
    view.list.append(...next.map(drawHit));
    history.replaceState({ shown: view.list.children.length }, "");
    showMore(view, hits);
    view.list.children[shown].querySelector("a").focus();
  });
}

function showIdeas(view, ideas) {
  if (!ideas.length) return;
  const buttons = ideas.map(({ name, change, count }) => {
    const button = element("button", { type: "button" }, `${name} (${inNumbers(count)})`);
    button.addEventListener("click", () => {
      view.change(change);
      view.input.focus(); // knappen försvinner
    });
    return element("li", {}, button);
  });
  view.ideas.replaceChildren(element("p", {}, "Det här ger träffar:"), element("ul", {}, ...buttons));
}

function fail(view, error) {
  view.status.textContent = "Sökningen gick inte att ladda. ";
  const again = element("button", { type: "button" }, "Försök igen");
  again.addEventListener("click", () => location.reload());
  view.ideas.replaceChildren(again);
  view.help.hidden = false;
  console.warn(error);
}
