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

// Material tar varje rel="alternate" för en annan webbplats och frågar efter dess karta, som inte finns.
// Det gör det när sidan är klar, alltså efter det här. Flödesläsare ser sidan som den skrevs.
for (const link of document.querySelectorAll('link[rel="alternate"][type]')) link.rel = "alternate feed";

// Adresserna att prenumerera på går att kopiera med en knapp, där webbläsaren tillåter det.
for (const address of navigator.clipboard ? document.querySelectorAll(".nv-subscribe dd code") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nv-button";
  button.textContent = "Kopiera";
  button.setAttribute("aria-label", `Kopiera ${address.textContent}`);
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.textContent);
    told.textContent = " Kopierad";
  });
  address.after(button, told);
}
