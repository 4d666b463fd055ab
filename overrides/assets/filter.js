// Urval i en lista: beslut, möten, nätverk. Hela listan står i sidan; här döljs de rader som inte
// valts. Valen står i adressen (?natverk=Skolchefsnätverket&lage=Gäller), så att ett urval går att
// dela och att backa till. Utan skript finns inga fält, och listan står kvar hel.

/**
 * @param rows     raderna, som element
 * @param facets   det man kan välja på: {key, name, all, values(rad), order?}, i fältens ordning
 * @param before   elementet som fälten ställs före
 * @param label    vad fälten gör, för den som inte ser dem
 * @param noun     vad raderna är: "beslut"
 * @param changed  anropas med de rader som syns, efter varje val
 * @returns en funktion som tar bort fälten, för den som vill göra dem på nytt med fler rader
 */
export function filter({ rows, facets, before, label, noun, changed = () => {} }) {
  const read = rows.map((row) => ({ row, values: valuesOf(row, facets) }));
  const known = facets.map((facet) => ({ ...facet, options: optionsOf(read, facet) }))
    .filter(({ options }) => options.length > 1);
  if (rows.length < 2 || !known.length) return () => {};
  const listening = new AbortController();
  const view = draw(before, known, label);

  function choose(write) {
    const chosen = fromForm(view);
    if (write) history.pushState(null, "", toAddress(chosen));
    changed(show(view, read, chosen, noun));
  }

  view.form.addEventListener("change", () => choose(true));
  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.all.addEventListener("click", () => {
    for (const select of view.selects) select.value = "";
    choose(true);
    view.selects[0].focus(); // knappen som hade fokus försvinner
  });
  const restore = () => {
    fromAddress(view);
    choose(false);
  };
  addEventListener("popstate", restore, { signal: listening.signal });
  restore();
  return () => {
    listening.abort();
    view.fold.remove();
    view.status.remove();
  };
}

// ---- Det som en rad bär ----

/** Läser värden som står i radens data-nv-attribut, flera skilda åt med |. */
export function given(name) {
  return (row) => listed(row.querySelector(`[data-nv-${name}]`), name);
}

export function listed(node, name) {
  return (node?.getAttribute(`data-nv-${name}`) ?? "").split("|");
}

/** Ordnar värden som i en lista, i stället för i bokstavsordning. */
export function asListed(known) {
  return (a, b) => known.indexOf(a) - known.indexOf(b);
}

function valuesOf(row, facets) {
  return Object.fromEntries(facets.map(({ key, values }) => [key, values(row).filter(Boolean)]));
}

function optionsOf(rows, { key, order = new Intl.Collator("sv").compare }) {
  return [...new Set(rows.flatMap(({ values }) => values[key]))].sort(order);
}

// ---- Formuläret ----

function draw(before, facets, label) {
  const form = element("form", { className: "nv-filter", ariaLabel: label });
  const selects = facets.map(({ key, name, all, options }) => {
    const select = element("select", { name: key, id: `urval-${key}` });
    select.append(new Option(all, ""), ...options.map((option) => new Option(option, option)));
    const field = element("div", {});
    field.append(element("label", { htmlFor: select.id, textContent: name }), select);
    form.append(field);
    return select;
  });
  const status = element("p", { className: "nv-filter__count", role: "status" });
  const all = element("button", { type: "button", className: "nv-button", textContent: "Visa alla", hidden: true });
  form.append(all);
  const fold = element("details", { className: "nv-fold nv-narrow" });
  fold.append(element("summary", { textContent: label }), form);
  before.before(fold, status);
  openWhereThereIsRoom(fold);
  return { form, selects, status, all, fold };
}

// På telefon öppnar läsaren själv fälten. En adress som redan väljer något öppnar dem.
function openWhereThereIsRoom(fold) {
  const wide = matchMedia("(min-width: 45em)");
  fold.open = wide.matches;
  wide.addEventListener("change", () => (fold.open = wide.matches || fold.open));
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

function show({ status, all, fold }, rows, chosen, noun) {
  const shown = [];
  for (const { row, values } of rows) {
    const fits = chosen.every(([key, value]) => values[key].includes(value));
    if (row.hidden === fits) row.hidden = !fits;
    if (fits) shown.push(row);
  }
  all.hidden = !chosen.length;
  fold.open ||= chosen.length > 0;
  status.textContent = chosen.length ? `Visar ${shown.length} av ${rows.length} ${noun}.` : "";
  return shown;
}
