// Det lilla som behöver skript på varje sida. Allt annat fungerar utan.

// En ruta med sidans rubriker stängs när läsaren har valt en av dem.
for (const box of document.querySelectorAll("[popover]")) {
  box.addEventListener("click", (event) => event.target.closest("a") && box.hidePopover());
}

// Knapparna "Skriv ut" syns bara där de gör något.
for (const button of document.querySelectorAll("[data-nv-print]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => window.print());
}

// En tabell som är bredare än skärmen går att rulla också med tangentbordet. Material lägger
// tabellerna i sina rutor först när sidan är läst, och bredden ändras när man vänder på telefonen.
addEventListener("load", () => {
  const watch = new ResizeObserver((seen) => seen.forEach(({ target }) => makeReachable(target)));
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) watch.observe(box);
});

function makeReachable(box) {
  const asked = { tabindex: "0", role: "region", "aria-label": "Tabell som går att rulla i sidled" };
  const isWide = box.scrollWidth > box.clientWidth;
  for (const [name, value] of Object.entries(asked)) {
    if (isWide) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

// Material byter färger och minns valet, men märker inte ut vilket som gäller.
const choices = document.querySelectorAll(".nv-scheme input");
const chosen = choices[window.__md_get?.("__palette")?.index ?? 0];
if (chosen) chosen.checked = true;
