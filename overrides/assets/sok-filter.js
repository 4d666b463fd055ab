// Filtren på söksidan: grupper med val och antal, och det valda som knappar över träffarna.
// En grupp som är stängd hämtar inga antal.

import { drawGroup, fail, fill, tell } from "./sok-grupp.js";
import { FACETS } from "./sok-motor.js";
import { element, inNumbers } from "./sok-traff.js";

const WIDE = matchMedia("(min-width: 60em)");

// choose(nyckel, värden) anropas när läsaren väljer. På en smal skärm öppnar `button` filtren i en ruta.
export function drawFilters(choose) {
  const groups = FACETS.map((facet) => drawGroup(facet, (values) => choose(facet.key, values)));
  const done = element("button", { type: "button", className: "nv-button nv-facets__done" });
  const list = element("div", { className: "nv-facets__groups" }, ...groups.map(({ details }) => details));
  const node = element("div", { id: "nv-filter", className: "nv-search__facets", popover: "auto" }, list, done);
  const button = element("button", { type: "button", className: "nv-button nv-facets__open", popoverTargetElement: node }, "Filtrera");
  const filters = { node, button, done, groups, state: {}, count: null };
  groups[0].details.open = true;
  for (const { details } of groups) details.addEventListener("toggle", () => count(filters));
  node.addEventListener("toggle", () => count(filters));
  WIDE.addEventListener("change", () => count(filters));
  done.addEventListener("click", () => node.hidePopover());
  return filters;
}

// Öppnar de grupper som något är valt i. De visas först när de är fyllda, så att ingenting flyttar sig.
export function openChosen({ node, groups }, state) {
  for (const { key, details } of groups) if (state[key].length) details.open = true;
  const isFilled = groups.some(({ counted }) => counted);
  node.classList.toggle("nv-search__facets--awaited", !isFilled && chosenIn(groups, state) > 0);
}

// Visar hur det blev: counts(nycklar) svarar med antalen, found är antalet träffar.
export async function showFilters(filters, state, counts, found) {
  const { node, groups, button, done } = filters;
  Object.assign(filters, { state, count: counts });
  const chosen = chosenIn(groups, state);
  button.textContent = chosen ? `Filtrera (${chosen})` : "Filtrera";
  done.textContent = found ? `Visa ${inNumbers(found)}` : "Stäng";
  for (const group of groups) tell(group, state[group.key].length);
  await count(filters);
  if (counts !== filters.count) return; // en nyare sökning hann före
  node.classList.remove("nv-search__facets--awaited");
  node.classList.toggle("nv-search__facets--narrowed", chosen > 0);
}

function chosenIn(groups, state) {
  return groups.reduce((sum, { key }) => sum + state[key].length, 0);
}

// Hämtar antalen för de grupper som syns och inte redan har dem.
async function count(filters) {
  const { groups, state, count: asked } = filters;
  const unseen = groups.filter(({ details, counted }) => details.open && details.checkVisibility() && counted !== asked);
  if (!asked || !unseen.length) return;
  for (const group of unseen) group.counted = asked;
  const numbers = await asked(unseen.map(({ key }) => key)).catch(console.warn);
  if (asked !== filters.count) return; // en nyare sökning hann före
  for (const group of unseen) {
    if (numbers) fill(group, numbers[group.key], state[group.key]);
    else fail(group);
  }
}

// ---- Det valda ----

// remove(nyckel, värde) anropas när läsaren tar bort ett val, clear() när alla tas bort.
export function drawChosen({ remove, clear }) {
  const node = element("div", { className: "nv-chosen", role: "group", ariaLabel: "Valda filter", hidden: true });
  return { node, remove, clear };
}

export function showChosen(chosen, state) {
  const chips = FACETS.flatMap((facet) => state[facet.key].map((value) => drawChip(chosen, facet, value)));
  const all = element("button", { type: "button", className: "nv-chosen__clear" }, "Rensa filter");
  all.addEventListener("click", () => {
    chosen.clear();
    focusField();
  });
  chosen.node.replaceChildren(...chips, ...(chips.length ? [all] : []));
  chosen.node.hidden = !chips.length;
}

// Fokus går till nästa knapp, eftersom den som trycktes försvinner.
function drawChip({ node, remove }, { key, name }, value) {
  const cross = element("span", { ariaHidden: "true" }, " ×");
  const chip = element("button", { type: "button", ariaLabel: `Ta bort filtret ${name}: ${value}` }, `${name}: ${value}`, cross);
  chip.addEventListener("click", () => {
    const at = [...node.children].indexOf(chip);
    remove(key, value);
    if (node.children[at]) node.children[at].focus();
    else focusField();
  });
  return chip;
}

function focusField() {
  document.querySelector("#sok-falt").focus();
}
