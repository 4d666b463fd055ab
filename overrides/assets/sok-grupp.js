// En grupp av val bland söksidans filter: "Slag", "År". De vanligaste valen syns först, resten när
// läsaren ber om dem, och i en lång lista går det att leta.

import { element, grouped, inNumbers } from "./sok-traff.js";

const FEW = 8; // så många val visas innan läsaren ber om alla
const MANY = 20; // längre listor får ett fält att leta i
const KINDS = [ // slagen i den ordning som läsaren oftast vill ha dem
  ...["Beslut", "Möte", "Nätverk", "Ärende", "Överenskommelse", "Uppdrag", "Organisation", "Förbund"],
  ...["Ämne", "Nyhet", "Ordlista", "Tillgänglighet", "Sida", "Handbok", "Utveckling"],
];

// choose(värden) anropas när läsaren väljer.
export function drawGroup({ key, name }, choose) {
  const chosen = element("span", { className: "nv-facets__chosen" });
  const find = element("input", { type: "search", hidden: true, placeholder: "Hitta i listan", ariaLabel: `Hitta i listan ${name}` });
  const list = element("div", { className: "nv-facets__list" });
  const note = element("p", { className: "nv-muted" }, "Hämtar …");
  const more = element("button", { type: "button", hidden: true });
  const fieldset = element("fieldset", {}, element("legend", { className: "nv-hidden" }, name), find, list, note, more);
  const details = element("details", {}, element("summary", {}, name, chosen), fieldset);
  const group = { key, details, chosen, find, list, note, more, labels: new Map(), isWhole: false };
  list.addEventListener("change", () => {
    choose([...list.querySelectorAll("input:checked")].map(({ value }) => value));
  });
  find.addEventListener("input", () => limit(group));
  more.addEventListener("click", () => reveal(group));
  return group;
}

export function tell({ chosen }, number) {
  chosen.textContent = number ? `${number} ${number === 1 ? "vald" : "valda"}` : "";
}

export function fail({ note }) {
  note.textContent = "Listan gick inte att hämta. Pröva att ladda om sidan.";
}

// numbers är { värde: antal träffar }. Samma rutor används igen, så att fokus är kvar där det är.
export function fill(group, numbers, chosen) {
  const labels = inOrder(group.key, numbers, chosen).map((value) => {
    if (!group.labels.has(value)) group.labels.set(value, drawChoice(group.key, value));
    const label = group.labels.get(value);
    show(label, numbers[value] ?? 0, chosen.includes(value));
    return label;
  });
  const before = [...group.list.children];
  if (labels.length !== before.length || labels.some((label, index) => label !== before[index])) {
    const focused = document.activeElement;
    group.list.replaceChildren(...labels);
    if (group.list.contains(focused)) focused.focus();
  }
  limit(group);
}

// Det vanligaste först, men år nyast först och slag i sin egen ordning. Det som är valt står kvar
// också utan träffar.
function inOrder(key, numbers, chosen) {
  const count = (value) => numbers[value] ?? 0;
  const values = [...new Set([...Object.keys(numbers).filter(count), ...chosen])];
  const common = (a, b) => count(b) - count(a) || a.localeCompare(b, "sv");
  const orders = { ar: (a, b) => b - a, slag: (a, b) => place(a) - place(b) || common(a, b) };
  return values.sort(orders[key] ?? common);
}

function place(kind) {
  return KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length;
}

function drawChoice(key, value) {
  const box = element("input", { type: "checkbox", name: key, value });
  return element("label", {}, box, element("span", {}, value), element("span", { className: "nv-facets__count" }));
}

function show(label, count, checked) {
  const [number, unit] = inNumbers(count).split(" ");
  label.firstChild.checked = checked;
  label.lastChild.replaceChildren(number, element("span", { className: "nv-hidden" }, ` ${unit}`));
}

// Döljer det som läsaren inte har bett om.
function limit({ list, find, note, more, isWhole }) {
  const labels = [...list.children];
  const isLong = labels.length > FEW;
  const wanted = isWhole ? find.value.trim().toLowerCase() : "";
  labels.forEach((label, index) => {
    const { checked, value } = label.firstChild;
    const isAmongFirst = isWhole || !isLong || index < FEW || checked;
    label.hidden = !(isAmongFirst && value.toLowerCase().includes(wanted));
  });
  note.textContent = labels.length ? "" : "Ingen av träffarna har den här uppgiften.";
  if (wanted && labels.every(({ hidden }) => hidden)) note.textContent = "Inget i listan heter så.";
  more.hidden = !isLong;
  more.textContent = isWhole ? "Visa färre" : `Visa alla ${grouped(labels.length)}`;
  find.hidden = !(isWhole && labels.length > MANY);
}

// Fokus går till det som kom fram.
function reveal(group) {
  const next = group.list.querySelector("label[hidden] input");
  group.isWhole = !group.isWhole;
  limit(group);
  if (group.isWhole) (group.find.hidden ? next : group.find).focus();
}
