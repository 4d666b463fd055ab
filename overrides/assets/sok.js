// Sökningen på /sok/: ett gränssnitt över webbplatsens index, som Pagefind har gjort.
// Allt som läsaren har valt står i adressen (?q=avtal&slag=Möte&ar=2021&ar=2020), så att en
// sökning går att dela och att backa till. Flera val i en grupp vidgar, flera grupper snävar in.

const GROUPS = [
  { key: "slag", name: "Slag" },
  { key: "natverk", name: "Nätverk" },
  { key: "ar", name: "År" },
];
const AT_A_TIME = 8;
const PARTS = 3; // så många ställen på en sida visas under träffen
const MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
const STOP_WORDS = new Set(
  ("alla att av bli blir de den det dess dessa detta du där efter ej eller en er ett från för ha har hos hur här i icke " +
    "in inom inte kan med men mot man mellan när och om på samt ska skall som så till under upp ut vad var vi vid vilka " +
    "vilken vilket är över").split(" "),
);
// Bestämd form och genitiv; längst först.
const ENDING = /(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ans|ars|ers|en|et|an|ar|er|or|na|n|s|a)$/;

const root = document.querySelector(".nv-search");
if (root) start(root);

async function start(root) {
  const view = draw(root);
  const state = fromAddress();
  view.input.value = state.q;
  try {
    const pagefind = await load(new URL(root.dataset.bundle, location.href));
    const all = await pagefind.filters();
    drawFacets(view, all, state);
    run(view, pagefind, all, state);
  } catch (error) {
    view.status.textContent = "Sökningen gick inte att ladda. Försök igen om en stund.";
    console.warn(error);
  }
}

async function load(bundle) {
  const pagefind = await import(new URL("pagefind.js", bundle).href);
  await pagefind.options({
    baseUrl: new URL("..", bundle).pathname,
    excerptLength: 28,
    ranking: { metaWeights: { title: 8, datum: 8 } },
  });
  await pagefind.init();
  return pagefind;
}

// Läsaren skriver, väljer och backar; efter var och en söks på nytt. Bara det senaste svaret visas.
function run(view, pagefind, all, state) {
  let latest = 0;
  let timer;

  async function search() {
    const mine = ++latest;
    const answer = await find(pagefind, all, state);
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
    for (const { key } of GROUPS) state[key] = chosen(view, key);
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
  const groups = GROUPS.map(({ key }) => [key, query.getAll(key)]);
  return { q: (query.get("q") ?? "").trim(), ...Object.fromEntries(groups) };
}

function toAddress(state) {
  const query = new URLSearchParams();
  if (state.q) query.append("q", state.q);
  for (const { key } of GROUPS) for (const value of state[key]) query.append(key, value);
  return location.pathname + (query.size ? `?${query}` : "");
}

// ---- Frågan ----

// Orden som de ska sökas: datum i siffror, utan ord som finns överallt. Citat lämnas som de är.
function words(text) {
  if (/^".*"$/.test(text)) return [text];
  const dated = text
    .toLowerCase()
    .replace(new RegExp(`(?:den )?(?:(\\d{1,2}) )?(${MONTHS.join("|")}) (\\d{4})`, "g"), (_, day, month, year) =>
      [year, MONTHS.indexOf(month) + 1, day].filter(Boolean).map(twoDigits).join("-"),
    );
  const all = dated.split(/[\s,;:!?()]+/).filter(Boolean);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return telling.length ? telling : all;
}

const twoDigits = (number) => String(number).padStart(2, "0");

// Början av ordet, för den som skrev "förskolans" där det står "förskola".
function stem(word) {
  const stripped = word.replace(ENDING, "");
  return stripped.length >= 4 ? stripped : word;
}

async function find(pagefind, all, state) {
  const asked = words(state.q);
  const filtered = GROUPS.some(({ key }) => state[key].length);
  if (!asked.length && !filtered) return null;
  const tries = asked.length ? [asked.join(" "), asked.map(stem).join(" ")] : [null];
  for (const term of new Set(tries)) {
    const answer = await pagefind.search(term, { filters: filters(state) });
    if (answer.results.length || term === tries.at(-1)) {
      return { results: answer.results, counts: await counts(pagefind, term, state, answer) };
    }
  }
}

function filters(state, except) {
  const used = GROUPS.filter(({ key }) => key !== except && state[key].length);
  return Object.fromEntries(used.map(({ key, name }) => [name, { any: state[key] }]));
}

// Hur många träffar varje val skulle ge: gruppens egna val räknas bort, de vidgar ju.
async function counts(pagefind, term, state, answer) {
  const entries = GROUPS.map(async ({ key, name }) => {
    if (!state[key].length) return [key, answer.filters[name] ?? {}];
    const wider = await pagefind.search(term, { filters: filters(state, key) });
    return [key, wider.filters[name] ?? {}];
  });
  return Object.fromEntries(await Promise.all(entries));
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
  for (const { key, name } of GROUPS) {
    const values = Object.keys(all[name] ?? {}).sort((a, b) => (key === "ar" ? b - a : a.localeCompare(b, "sv")));
    if (!values.length) continue;
    const choices = values.map((value) => {
      const box = el("input", { type: "checkbox", name: key, value });
      box.checked = state[key].includes(value);
      return el("label", {}, box, el("span", {}, value), el("span", { className: "nv-search__count" }, all[name][value]));
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
  showCounts(view, answer.counts);
  view.status.textContent = summary(answer.results.length, state.q);
  await showMore(view, answer.results);
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
  const hits = await Promise.all(now.map((result) => result.data()));
  if (view.list.children.length !== first) return; // en nyare sökning hann före
  view.list.append(...hits.map(hit));
  view.more.hidden = !later.length;
  view.more.onclick = async () => {
    await showMore(view, later);
    view.list.children[first + now.length]?.querySelector("a").focus();
  };
}

function hit({ url, meta, excerpt, sub_results: parts }) {
  const places = parts
    .filter(({ anchor }) => anchor && anchor.element !== "h1")
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, PARTS);
  return el(
    "li",
    {},
    el("p", { className: "nv-kicker" }, [meta.slag, meta.datum].filter(Boolean).join(" · ")),
    el("h2", {}, el("a", { href: url }, meta.title)),
    el("p", {}, ...marked(excerpt)),
    places.length ? el("ul", {}, ...places.map((part) => el("li", {}, el("a", { href: part.url }, part.title)))) : "",
  );
}

// Hur väl sökordet passar på ett ställe av sidan.
function weight({ weighted_locations: found }) {
  return found.reduce((sum, { balanced_score: score }) => sum + score, 0);
}

// Utdragets text och dess <mark>, och ingenting annat som kan ha kommit med.
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? el("mark", {}, node.textContent) : node.textContent,
  );
}

function el(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
