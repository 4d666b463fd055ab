// Urvalet på /natverk/. Ett nätverk som inte valts men har ett valt under sig står kvar, nedtonat,
// så att man ser var det valda hör hemma.

import { filter, given } from "./filter.js";

const FACETS = [
  { key: "forbund", name: "Förbund", all: "Alla förbund", values: given("forbund") },
  { key: "slag", name: "Slag", all: "Alla slag", values: given("slag") },
  { key: "lage", name: "Läge", all: "Alla lägen", values: given("lage") },
];
const FEW = 6; // så många syns på en gång

const groups = [...document.querySelectorAll(".nv-group")];
const rows = groups.flatMap((group) => [...group.querySelectorAll(".nv-tree li")]);

if (rows.length > FEW) {
  filter({ rows, facets: FACETS, before: groups[0], label: "Visa bara vissa nätverk", noun: "nätverk", changed: tell });
}

function tell(shown) {
  for (const row of rows) row.classList.toggle("nv-above", row.hidden);
  for (const row of shown) {
    for (let above = row.parentElement.closest("li"); above; above = above.parentElement.closest("li")) {
      above.hidden = false;
    }
  }
  for (const group of groups) group.hidden = !shown.some((row) => group.contains(row));
}
