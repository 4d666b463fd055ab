// Urvalet på /kalender/ och /kalender/<år>/. En månad utan något kvar döljs, också i listan över
// månader. Förbund och organisationer står en gång för varje nätverk, i .nv-known.

import { asListed, filter, given, listed } from "./filter.js";

const STATES = { coming: "Kommande", past: "Tidigare", cancelled: "Inställt", moved: "Flyttat" };
const FORMLESS = "Framgår inte";

const known = new Map();
for (const node of document.querySelectorAll(".nv-known > span")) {
  const [name] = listed(node, "natverk");
  known.set(name, [...(known.get(name) ?? []), node]);
}

const network = given("natverk");
const FACETS = [
  { key: "forbund", name: "Förbund", all: "Alla förbund", values: ofNetworks("forbund") },
  { key: "natverk", name: "Nätverk", all: "Alla nätverk", values: network },
  { key: "organisation", name: "Organisation", all: "Alla organisationer", values: ofNetworks("organisation") },
  { key: "form", name: "Mötesform", all: "Alla former", values: form, order: lastly(FORMLESS) },
  { key: "lage", name: "Läge", all: "Alla lägen", values: state, order: asListed(Object.values(STATES)) },
  { key: "amne", name: "Ämne", all: "Alla ämnen", values: given("amne") },
];

const months = [...document.querySelectorAll(".nv-month")].map((node) => ({
  node,
  jump: document.querySelector(`.nv-jump a[href="#${node.querySelector("h2").id}"]`)?.parentElement,
}));

if (months.length) {
  filter({
    rows: months.flatMap(({ node }) => [...node.querySelectorAll(".nv-meetings > ul > li:has(> a)")]),
    facets: FACETS,
    before: document.querySelector(".nv-jump") ?? months[0].node,
    label: "Visa bara vissa möten",
    noun: "möten",
    changed: (rows) => months.forEach((month) => tell(month, rows)),
  });
}

function tell({ node, jump }, rows) {
  const count = rows.filter((row) => node.contains(row)).length;
  node.hidden = !count;
  if (!jump) return;
  jump.hidden = !count;
  jump.querySelector(".nv-muted").textContent = count;
}

function ofNetworks(name) {
  return (row) => network(row).flatMap((one) => (known.get(one) ?? []).flatMap((node) => listed(node, name)));
}

function form(row) {
  const [word] = given("form")(row);
  return [word ? word[0].toUpperCase() + word.slice(1) : FORMLESS];
}

function state(row) {
  return [STATES[given("lage")(row)[0]]];
}

function lastly(word) {
  const order = new Intl.Collator("sv").compare;
  return (a, b) => (a === word) - (b === word) || order(a, b);
}
