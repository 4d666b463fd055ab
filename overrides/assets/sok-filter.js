// Filtren på söksidan: grupper med val och antal, och det valda som knappar över träffarna.
// En grupp som är stängd hämtar inga antal.

import { FACETS } from "./sok-motor.js";
import { element, inNumbers } from "./sok-traff.js";

const FEW = 8; // så många val visas i en grupp innan läsaren ber om alla
const MANY = 20; // längre listor får ett fält att leta i
const WIDE = matchMedia("(min-width: 60em)");

// choose(nyckel, värden) anropas när läsaren väljer. show(state, count) visar hur det blev, där
// count(nycklar) är en funktion som svarar med antalen. open(state) öppnar grupper med val i.
export function drawFilters(choose) {
  const groups = FACETS.map((facet) => drawGroup(facet, (values) => choose(facet.key, values)));
  const done = element("button", { type: "button", className: "nv-button nv-facets__done" });
  const node = element("div", { id: "nv-filter", className: "nv-facets", popover: "auto" });
  node.append(element("div", { className: "nv-facets__groups" }, ...groups.map(({ details }) => details)), done);
  const button = element("button", { type: "button", className: "nv-button nv-facets__open", popoverTargetElement: node });
  groups[0].details.open = true;

  let state;
  let count;

  async function fill() {
    const unseen = groups.filter(({ details, counted }) => details.open && details.checkVisibility() && counted !== count);
    if (!count || !unseen.length) return;
    const asked = count;
    for (const group of unseen) group.counted = asked;
    const numbers = await asked(unseen.map(({ key }) => key)).catch(console.warn);
    if (asked !== count) return; // en nyare sökning hann före
    for (const group of unseen) {
      if (numbers) group.fill(numbers[group.key], state[group.key]);
      else group.fail();
    }
  }

  for (const { details } of groups) details.addEventListener("toggle", fill);
  node.addEventListener("toggle", fill);
  WIDE.addEventListener("change", fill);
  done.addEventListener("click", () => node.hidePopover());

  return {
    node,
    button,
    open: (now) => {
      for (const group of groups) if (now[group.key].length) group.details.open = true;
    },
    show: (now, counting, found) => {
      [state, count] = [now, counting];
      const chosen = groups.reduce((sum, { key }) => sum + now[key].length, 0);
      button.textContent = chosen ? `Filtrera (${chosen})` : "Filtrera";
      done.textContent = found ? `Visa ${inNumbers(found)}` : "Stäng";
      for (const group of groups) group.tell(now[group.key].length);
      return fill();
    },
  };
}

function drawGroup({ key, name }, choose) {
  const chosen = element("span", { className: "nv-facets__chosen" });
  const find = element("input", { type: "search", hidden: true, placeholder: "Hitta i listan", ariaLabel: `Hitta i listan ${name}` });
  const list = element("div", { className: "nv-facets__list" });
  const none = element("p", { className: "nv-muted" }, "Hämtar …");
  const more = element("button", { type: "button", hidden: true });
  const fieldset = element("fieldset", {}, element("legend", { className: "nv-hidden" }, name), find, list, none, more);
  const details = element("details", {}, element("summary", {}, name, chosen), fieldset);
  const boxes = new Map();
  let every = false;

  // Samma rutor används igen, så att fokus är kvar där läsaren står.
  function fill(numbers, values) {
    const shown = inOrder(key, numbers, values);
    const labels = shown.map((value) => drawChoice(boxes, { key, value, count: numbers[value] ?? 0, checked: values.includes(value) }));
    if (labels.some((label, index) => label !== list.children[index]) || labels.length !== list.children.length) {
      const focused = document.activeElement;
      list.replaceChildren(...labels);
      if (list.contains(focused)) focused.focus();
    }
    none.textContent = shown.length ? "" : "Ingen av träffarna har den här uppgiften.";
    limit();
  }

  function limit() {
    const wanted = every ? find.value.trim().toLowerCase() : "";
    const labels = [...list.children];
    const isLong = labels.length > FEW + 2;
    labels.forEach((label, index) => {
      const box = label.querySelector("input");
      const isFirst = every || !isLong || index < FEW || box.checked;
      label.hidden = !(isFirst && box.value.toLowerCase().includes(wanted));
    });
    more.hidden = !isLong;
    more.textContent = every ? "Visa färre" : `Visa alla ${labels.length}`;
    find.hidden = !(every && labels.length > MANY);
  }

  list.addEventListener("change", () => {
    choose([...list.querySelectorAll("input:checked")].map(({ value }) => value));
  });
  find.addEventListener("input", limit);
  find.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  more.addEventListener("click", () => {
    const next = list.querySelector("label[hidden] input");
    every = !every;
    limit();
    if (every) (find.hidden ? next : find).focus();
  });

  return {
    key,
    details,
    fill,
    fail: () => (none.textContent = "Listan gick inte att hämta. Pröva att ladda om sidan."),
    tell: (number) => (chosen.textContent = number ? `${number} ${number === 1 ? "vald" : "valda"}` : ""),
  };
}

function drawChoice(boxes, { key, value, count, checked }) {
  if (!boxes.has(value)) {
    const number = element("span", { className: "nv-facets__count" });
    const box = element("input", { type: "checkbox", name: key, value });
    boxes.set(value, element("label", {}, box, element("span", {}, value), number));
  }
  const label = boxes.get(value);
  label.querySelector("input").checked = checked;
  const [number, unit] = inNumbers(count).split(" ");
  label.lastChild.replaceChildren(number, element("span", { className: "nv-hidden" }, ` ${unit}`));
  return label;
}

// Det vanligaste först, men år nyast först. Det som är valt står kvar också utan träffar.
function inOrder(key, numbers, chosen) {
  const values = Object.keys(numbers).filter((value) => numbers[value]);
  const all = [...new Set([...values, ...chosen])];
  const count = (value) => numbers[value] ?? 0;
  return all.sort((a, b) => (key === "ar" ? b - a : count(b) - count(a) || a.localeCompare(b, "sv")));
}

// ---- Det valda ----

// remove(nyckel, värde) anropas för ett val, clear() för alla.
export function drawChosen({ remove, clear }) {
  const node = element("div", { className: "nv-chosen", role: "group", ariaLabel: "Valda filter", hidden: true });

  function drawChip({ key, name }, value) {
    const cross = element("span", { ariaHidden: "true" }, " ×");
    const chip = element("button", { type: "button", ariaLabel: `Ta bort filtret ${name}: ${value}` }, `${name}: ${value}`, cross);
    chip.addEventListener("click", () => {
      const at = [...node.children].indexOf(chip);
      remove(key, value);
      (node.children[at] ?? document.querySelector("#sok-falt")).focus();
    });
    return chip;
  }

  function show(state) {
    const chips = FACETS.flatMap((facet) => state[facet.key].map((value) => drawChip(facet, value)));
    const all = element("button", { type: "button", className: "nv-chosen__clear" }, "Rensa filter");
    all.addEventListener("click", () => {
      clear();
      document.querySelector("#sok-falt").focus();
    });
    node.replaceChildren(...chips, ...(chips.length ? [all] : []));
    node.hidden = !chips.length;
  }

  return { node, show };
}
