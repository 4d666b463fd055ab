// Urvalet på /beslut/ och /beslut/<år>/. Det som raden inte själv säger står i dess data-nv-attribut.

import { asListed, filter, given } from "./filter.js";

const STATES = {
  holds: "Gäller",
  amended: "Gäller med ändring",
  coming: "Börjar gälla senare",
  waiting: "Väntar på någon annan",
  once: "Avslutat",
  ended: "Upphört",
  replaced: "Ersatt",
  revoked: "Upphävt",
};

const FACETS = [
  { key: "forbund", name: "Förbund", all: "Alla förbund", values: given("forbund") },
  { key: "natverk", name: "Nätverk", all: "Alla nätverk", values: given("natverk") },
  { key: "ar", name: "År", all: "Alla år", values: year, order: (a, b) => b - a },
  { key: "slag", name: "Slag", all: "Alla slag", values: kind },
  { key: "lage", name: "Läge", all: "Alla lägen", values: state, order: asListed(Object.values(STATES)) },
  { key: "amne", name: "Ämne", all: "Alla ämnen", values: given("amne") },
];

const list = document.querySelector(".nv-article .nv-decisions");
if (list) start(list, [...document.querySelectorAll(".nv-older a")]);

// De äldsta besluten i ett stort register står på årens egna sidor. De hämtas när läsaren vill välja
// bland dem också, eller när adressen redan väljer något.
async function start(list, older) {
  const undo = narrow(list);
  if (!older.length) return;
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "nv-button",
    textContent: "Välj bland de äldre också",
  });
  const told = Object.assign(document.createElement("p"), { role: "status" });
  list.before(button, told);

  async function complete() {
    button.disabled = true;
    told.textContent = "Hämtar äldre beslut …";
    try {
      const years = await Promise.all(older.map(({ href }) => rowsAt(href)));
      list.querySelector("ul").append(...years.flat());
      button.remove();
      told.textContent = `${rowsIn(list).length} beslut, de äldre också.`;
      undo();
      narrow(list);
    } catch {
      button.disabled = false;
      told.textContent = "Det gick inte att hämta dem. Försök igen om en stund.";
    }
  }

  button.addEventListener("click", complete);
  if (location.search) await complete();
}

function narrow(list) {
  return filter({ rows: rowsIn(list), facets: FACETS, before: list, label: "Visa bara vissa beslut", noun: "beslut" });
}

function rowsIn(list) {
  return [...list.querySelectorAll(":scope > ul > li")];
}

// Raderna på ett års sida, med adresser som stämmer också här.
async function rowsAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = rowsIn(page.querySelector(".nv-article .nv-decisions"));
  for (const row of rows) {
    for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
  }
  return rows;
}

// Året står i adressen: …/natverk/<id>/2024-03-08/#beslut-1.
function year(row) {
  return [row.querySelector("a")?.getAttribute("href").match(/\/(\d{4})-\d\d-\d\d[^/]*\/#/)?.[1]];
}

function state(row) {
  const status = row.querySelector(".nv-status")?.className.match(/nv-status--(\w+)/)?.[1];
  return [STATES[status]];
}

// "Rekommendation · 5 mars 2021 · Förskolenätverket"
function kind(row) {
  return [row.querySelector(".nv-muted")?.textContent.split(" · ")[0]];
}
