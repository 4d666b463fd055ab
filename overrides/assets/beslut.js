// Urvalet på /beslut/ och /beslut/<år>/. Det som raden inte själv säger står i dess data-nv-attribut.

import { asListed, filter, given } from "./filter.js";

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
if (list) {
  const rows = [...list.querySelectorAll(":scope > ul > li")];
  filter({ rows, facets: FACETS, before: list, label: "Visa bara vissa beslut", noun: "beslut" });
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
