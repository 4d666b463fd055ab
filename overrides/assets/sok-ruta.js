// Sökrutan, på varje sida: / eller Ctrl+K (⌘K) öppnar den, liksom knappen i sidhuvudet. Sökmotorn
// hämtas först då. På söksidan leder tangenterna till fältet som redan finns där.
//
// Träffarna är vanliga länkar som pilarna flyttar fokus mellan, och ingen combobox. I en combobox
// får valen inte innehålla rubriker, och det som markeras läses olika väl av olika skärmläsare.
// En länk läses av alla, går att öppna i en ny flik och nås också med Tab.

import { drawHit, element, grouped, inNumbers } from "./sok-traff.js";

const AT_MOST = 5;
const PAUSE = 150; // millisekunder utan en ny bokstav innan det söks
const SLOW = 400; // så länge väntar läsaren innan rutan säger att den söker
const BUNDLE = new URL("../pagefind/", import.meta.url);
const PAGE = new URL("../sok/", import.meta.url);
const WRITTEN_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

let box;
let engine;

addEventListener("keydown", (event) => {
  if (!isAsking(event)) return;
  event.preventDefault();
  show();
});

const form = document.querySelector(".nv-find");
form?.querySelector("button").setAttribute("aria-haspopup", "dialog");
form?.addEventListener("submit", (event) => {
  if (form.elements.q.value) return; // webbläsare som visar fältet i stället för knappen
  event.preventDefault();
  show();
});

// Ett tecken som ensamt gör något måste gå att stänga av (WCAG 2.1.4). Valet står i sidfoten och
// stannar i webbläsaren. Får den inte spara något gäller valet bara den här sidan.
const choice = document.querySelector("#nv-snedstreck");
try {
  choice.checked = localStorage.getItem("nv-snedstreck") !== "av";
  choice.addEventListener("change", () => localStorage.setItem("nv-snedstreck", choice.checked ? "" : "av"));
} catch {
  // då gäller valet bara här
}

// På ett svenskt tangentbord skrivs / med skift.
function isAsking({ key, ctrlKey, metaKey, altKey, target }) {
  if (altKey) return false;
  if (ctrlKey || metaKey) return ctrlKey !== metaKey && key.toLowerCase() === "k";
  return key === "/" && choice.checked && !target.closest?.(WRITTEN_IN);
}

function show() {
  const field = document.querySelector("#sok-falt");
  if (!field) {
    box ??= draw();
    if (!box.dialog.open) box.dialog.showModal();
    load().catch(() => {}); // felet sägs när läsaren söker
  }
  (field ?? box.input).focus();
  (field ?? box.input).select();
}

// Går det inte att hämta prövas det igen nästa gång.
function load() {
  engine ??= Promise.all([import("./sok-motor.js"), import("./sok-fraga.js")]).then(async ([{ FACETS, open }]) => {
    const found = await open(BUNDLE);
    const nothing = Object.fromEntries(FACETS.map(({ key }) => [key, []]));
    return (q) => found.find({ ...nothing, q, sort: "relevans" });
  });
  engine.catch(() => (engine = undefined));
  return engine;
}

function draw() {
  const input = element("input", {
    id: "nv-ruta-falt",
    name: "q",
    type: "search",
    autocomplete: "off",
    enterKeyHint: "search",
    placeholder: "Sök möten, beslut, nätverk",
    required: true,
  });
  const form = element(
    "form",
    { action: PAGE.href, role: "search" },
    element("label", { className: "nv-hidden", htmlFor: input.id }, "Sök på webbplatsen"),
    input,
    element("button", { type: "button", className: "nv-button" }, "Stäng"),
  );
  const status = element("p", { className: "nv-box__status", role: "status" });
  const list = element("ol", { className: "nv-hits" });
  const all = element("a", { hidden: true });
  const keys = element("span", { className: "nv-box__keys" }, "↑ ↓ går mellan träffarna, Esc stänger");
  const foot = element("p", { className: "nv-box__foot" }, all, keys);
  const dialog = element("dialog", { className: "nv-box md-typeset", ariaLabel: "Sök" }, form, status, list, foot);
  document.body.append(dialog);
  const view = { dialog, input, status, list, all };
  listen(view, form);
  fill(view, "", null);
  return view;
}

function listen(view, form) {
  const { dialog, input } = view;
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE, view);
  });
  form.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => move(event, view));
  dialog.addEventListener("click", (event) => {
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.target === dialog || (event.target.closest("a") && !isElsewhere)) dialog.close();
  });
}

// Pilarna flyttar från fältet till första träffen och vidare; Esc stänger också när fältet har text.
function move(event, { dialog, input, list, all }) {
  if (event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [input, ...list.querySelectorAll("a"), all].filter((stop) => !stop.hidden);
  const next = stops[Math.max(stops.indexOf(document.activeElement), 0) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// Bara svaret på det som står i fältet nu visas.
async function search(view) {
  const q = view.input.value.trim();
  const isOld = () => q !== view.input.value.trim();
  const slow = setTimeout(() => (view.status.textContent = "Söker …"), SLOW);
  try {
    const answer = await (await load())(q);
    if (isOld()) return;
    const hits = await Promise.all((answer?.hits ?? []).slice(0, AT_MOST).map((fetch) => fetch()));
    clearTimeout(slow);
    if (!isOld()) fill(view, q, answer && { count: answer.hits.length, hits, instead: answer.instead });
  } catch (error) {
    fill(view, "", null);
    view.status.textContent = "Sökningen gick inte att ladda. Försök igen om en stund.";
    console.warn(error);
  } finally {
    clearTimeout(slow);
  }
}

function fill({ status, list, all }, q, answer) {
  list.replaceChildren(...(answer?.hits ?? []).map((hit) => drawHit({ ...hit, places: [] })));
  all.hidden = !answer;
  all.href = `${PAGE.href}?${new URLSearchParams({ q })}`;
  all.textContent = answer?.count ? `Visa alla ${answer.count === 1 ? "" : grouped(answer.count)} träffar` : "Sök med filter";
  status.textContent = answer ? found(answer, q) : "Skriv ett eller flera ord, eller ett datum.";
}

function found({ count, instead }, q) {
  if (instead) return `${inNumbers(count)} på ”${instead}”`;
  return count ? inNumbers(count) : `Inga träffar på ”${q}”. Pröva ett annat ord eller en kortare form.`;
}
