// Sökningen på /sok/: fältet, filtren och träffarna. Själva sökandet sköter sok-motor.js.
// Allt som läsaren har valt står i adressen (?q=avtal&slag=Möte&ar=2021&ar=2020), så att en
// sökning går att dela och att backa till. Flera val i en grupp vidgar, flera grupper snävar in.

import { FACETS, open } from "./sok-motor.js";

const AT_A_TIME = 8;

const root = document.querySelector(".nv-search");
if (root) start(root);

async function start(root) {
  const view = draw(root);
  const state = fromAddress();
  view.input.value = state.q;
  try {
    const engine = await open(new URL(root.dataset.bundle, location.href));
    drawFacets(view, await engine.facets(), state);
    run(view, engine, state);
  } catch (error) {
    view.status.textContent = "Sökningen gick inte att ladda. Försök igen om en stund.";
    console.warn(error);
  }
}

// Läsaren skriver, väljer och backar; efter var och en söks på nytt. Bara det senaste svaret visas.
function run(view, engine, state) {
  let latest = 0;
  let timer;

  async function search() {
    const mine = ++latest;
    const answer = await engine.find(state);
    if (mine === latest) show(view, answer, state);
  }

  function changed(write) {
    write.call(history, null, "", toAddress(state));
    return search();
  }

  view.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.q = view.input.value.trim();
      changed(history.replaceState);
    }, 250);
  });
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    state.q = view.input.value.trim();
    changed(history.pushState);
  });
  view.facets.addEventListener("change", () => {
    for (const { key } of FACETS) state[key] = chosen(view, key);
    changed(history.pushState);
  });
  addEventListener("popstate", () => {
    Object.assign(state, fromAddress());
    view.input.value = state.q;
    for (const box of view.facets.querySelectorAll("input")) box.checked = state[box.name].includes(box.value);
    search();
  });
  search();
}

// ---- Adressen ----

function fromAddress() {
  const query = new URLSearchParams(location.search);
  const groups = FACETS.map(({ key }) => [key, query.getAll(key)]);
  return { q: (query.get("q") ?? "").trim(), ...Object.fromEntries(groups) };
}

function toAddress(state) {
  const query = new URLSearchParams();
  if (state.q) query.append("q", state.q);
  for (const { key } of FACETS) for (const value of state[key]) query.append(key, value);
  return location.pathname + (query.size ? `?${query}` : "");
}

// ---- Det som syns ----

function draw(root) {
  const input = el("input", { id: "sok-falt", type: "search", name: "q", autocomplete: "off" });
  const form = el(
    "form",
    { className: "nv-search-form", role: "search" },
    el("label", { htmlFor: "sok-falt" }, "Sök möten, beslut och nätverk"),
    input,
    el("button", {}, "Sök"),
  );
  const status = el("p", { className: "nv-search__status", role: "status" });
  const facets = el("details", { className: "nv-search__facets" }, el("summary", {}, "Filtrera"));
  facets.open = matchMedia("(min-width: 60em)").matches;
  facets.hidden = true;
  const list = el("ol", { className: "nv-search__hits" });
  const more = el("button", { type: "button", hidden: true }, "Visa fler");
  root.replaceChildren(
    form,
    el("div", { className: "nv-search__body" }, facets, el("div", {}, status, list, more)),
  );
  return { form, input, status, facets, list, more };
}

function drawFacets(view, all, state) {
  for (const { key, name } of FACETS) {
    const values = Object.keys(all[key]).sort((a, b) => (key === "ar" ? b - a : a.localeCompare(b, "sv")));
    if (!values.length) continue;
    const choices = values.map((value) => {
      const box = el("input", { type: "checkbox", name: key, value });
      box.checked = state[key].includes(value);
      return el("label", {}, box, el("span", {}, value), el("span", { className: "nv-search__count" }, all[key][value]));
    });
    view.facets.append(el("fieldset", {}, el("legend", {}, name), el("div", {}, ...choices)));
  }
  view.facets.hidden = false;
}

function chosen(view, key) {
  return [...view.facets.querySelectorAll(`[name="${key}"]:checked`)].map((box) => box.value);
}

async function show(view, answer, state) {
  view.list.replaceChildren();
  view.more.hidden = true;
  if (!answer) {
    view.status.textContent = "Skriv ett eller flera ord. Ett datum går också bra, till exempel 5 mars 2021.";
    return;
  }
  showCounts(view, await answer.counts());
  view.status.textContent = summary(answer.hits.length, state.q);
  await showMore(view, answer.hits);
}

function summary(number, query) {
  const what = query ? ` på ”${query}”` : "";
  if (number) return `${number} ${number === 1 ? "träff" : "träffar"}${what}`;
  return `Inga träffar${what}. Pröva ett annat ord, en kortare form eller färre filter.`;
}

function showCounts(view, numbers) {
  for (const label of view.facets.querySelectorAll("label")) {
    const box = label.firstChild;
    const number = numbers[box.name][box.value] ?? 0;
    label.lastChild.textContent = number;
    label.hidden = !number && !box.checked;
  }
  for (const group of view.facets.querySelectorAll("fieldset")) {
    group.hidden = !group.querySelector("label:not([hidden])");
  }
}

async function showMore(view, results) {
  const [now, later] = [results.slice(0, AT_A_TIME), results.slice(AT_A_TIME)];
  const first = view.list.children.length;
  const hits = await Promise.all(now.map((fetch) => fetch()));
  if (view.list.children.length !== first) return; // en nyare sökning hann före
  view.list.append(...hits.map(hit));
  view.more.hidden = !later.length;
  view.more.onclick = async () => {
    await showMore(view, later);
    view.list.children[first + now.length]?.querySelector("a").focus();
  };
}

function hit({ url, title, kind, date, excerpt, places }) {
  return el(
    "li",
    {},
    el("p", { className: "nv-kicker" }, [kind, date].filter(Boolean).join(" · ")),
    el("h2", {}, el("a", { href: url }, title)),
    el("p", {}, ...excerpt.map(({ text, isHit }) => (isHit ? el("mark", {}, text) : text))),
    places.length ? el("ul", {}, ...places.map((place) => el("li", {}, el("a", { href: place.url }, place.title)))) : "",
  );
}

function el(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
