// Urvalet på /beslut/ och /beslut/<år>/. Hela listan står i sidan; här döljs de rader som inte
// valts. Valen står i adressen (?natverk=Skolchefsnätverket&lage=Gäller), så att ett urval går att
// dela och att backa till. Det som raden inte själv säger står i dess data-nv-attribut.

const STATES = {
  holds: "Gäller",
  amended: "Gäller med ändring",
  coming: "Börjar gälla senare",
  waiting: "Väntar på någon annan",
  once: "Genomfört",
  ended: "Upphört",
  replaced: "Ersatt",
  revoked: "Upphävt",
};

const FACETS = [
  { key: "forbund", name: "Förbund", all: "Alla förbund", values: given("forbund") },
  { key: "natverk", name: "Nätverk", all: "Alla nätverk", values: given("natverk") },
  { key: "ar", name: "År", all: "Alla år", values: year, order: (a, b) => b - a },
  { key: "slag", name: "Slag", all: "Alla slag", values: (row) => [text(row, ".nv-badge")] },
  { key: "lage", name: "Läge", all: "Alla lägen", values: state, order: asListed(Object.values(STATES)) },
  { key: "amne", name: "Ämne", all: "Alla ämnen", values: given("amne") },
];

const list = document.querySelector(".nv-article .nv-decisions");
if (list) start(list);

function start(list) {
  const rows = [...list.querySelectorAll(":scope > ul > li")].map(read);
  const facets = FACETS.map((facet) => ({ ...facet, options: optionsOf(rows, facet) }))
    .filter(({ options }) => options.length > 1);
  if (!facets.length) return;
  const view = draw(list, facets);

  function choose(write) {
    const chosen = fromForm(view);
    if (write) history.pushState(null, "", toAddress(chosen));
    show(view, rows, chosen);
  }

  view.form.addEventListener("change", () => choose(true));
  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.all.addEventListener("click", () => {
    for (const select of view.selects) select.value = "";
    choose(true);
    view.selects[0].focus(); // knappen som hade fokus försvinner
  });
  addEventListener("popstate", () => {
    fromAddress(view);
    choose(false);
  });
  fromAddress(view);
  choose(false);
}

// ---- Raderna ----

function read(row) {
  const values = FACETS.map(({ key, values }) => [key, values(row).filter(Boolean)]);
  return { row, values: Object.fromEntries(values) };
}

function given(name) {
  return (row) => (row.querySelector(`[data-nv-${name}]`)?.getAttribute(`data-nv-${name}`) ?? "").split("|");
}

// Året står i adressen: …/natverk/<id>/2024-03-08/#beslut-1.
function year(row) {
  return [row.querySelector("a")?.getAttribute("href").match(/\/(\d{4})-\d\d-\d\d[^/]*\/#/)?.[1]];
}

function state(row) {
  const status = row.querySelector(".nv-status")?.className.match(/nv-status--(\w+)/)?.[1];
  return [STATES[status]];
}

function text(row, selector) {
  return row.querySelector(selector)?.textContent.trim();
}

function optionsOf(rows, { key, order = new Intl.Collator("sv").compare }) {
  return [...new Set(rows.flatMap(({ values }) => values[key]))].sort(order);
}

function asListed(known) {
  return (a, b) => known.indexOf(a) - known.indexOf(b);
}

// ---- Formuläret ----

function draw(list, facets) {
  const form = element("form", { className: "nv-filter", ariaLabel: "Visa bara vissa beslut" });
  const selects = facets.map(({ key, name, all, options }) => {
    const select = element("select", { name: key, id: `urval-${key}` });
    select.append(new Option(all, ""), ...options.map((option) => new Option(option, option)));
    const label = element("label", { htmlFor: select.id, textContent: name });
    const field = element("div", {});
    field.append(label, select);
    form.append(field);
    return select;
  });
  const status = element("p", { className: "nv-filter__count", role: "status" });
  const all = element("button", { type: "button", className: "nv-button", textContent: "Visa alla", hidden: true });
  form.append(all);
  list.before(form, status);
  return { form, selects, status, all };
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

function fromForm({ selects }) {
  return selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
}

// Ett okänt värde i adressen väljer ingenting.
function fromAddress({ selects }) {
  const query = new URLSearchParams(location.search);
  for (const select of selects) {
    const wanted = query.get(select.name) ?? "";
    select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : "";
  }
}

function toAddress(chosen) {
  const query = new URLSearchParams(chosen);
  return location.pathname + (query.size ? `?${query}` : "");
}

function show({ status, all }, rows, chosen) {
  let count = 0;
  for (const { row, values } of rows) {
    const shown = chosen.every(([key, value]) => values[key].includes(value));
    if (row.hidden === shown) row.hidden = !shown;
    if (shown) count += 1;
  }
  all.hidden = !chosen.length;
  status.textContent = chosen.length ? `Visar ${count} av ${rows.length} beslut.` : "";
}
