// Det lilla som behöver skript på varje sida. Allt annat fungerar utan.

// En ruta med sidans rubriker stängs när läsaren har valt en av dem.
for (const box of document.querySelectorAll("[popover]")) {
  box.addEventListener("click", (event) => event.target.closest("a") && box.hidePopover());
}

for (const button of document.querySelectorAll("[data-nv-print]")) {
  button.addEventListener("click", () => window.print());
}

// Det som är bredare än skärmen går att rulla också med tangentbordet.
const fit = new ResizeObserver((boxes) => boxes.forEach(({ target }) => scrollable(target)));
for (const box of document.querySelectorAll(".md-typeset__scrollwrap, pre > code")) fit.observe(box);

function scrollable(box) {
  const what = box.localName === "code" ? "Exempel" : "Tabell";
  const marks = { tabindex: "0", role: "group", "aria-label": `${what} som går att rulla i sidled` };
  const wide = box.scrollWidth > box.clientWidth;
  for (const [mark, value] of Object.entries(marks)) {
    if (wide) box.setAttribute(mark, value);
    else box.removeAttribute(mark);
  }
}

// Rubrikerna vid sidan av texten: den som läsaren är vid märks ut och hålls i sikte.
const toc = document.querySelector("#nv-toc");
if (toc) follow(toc);

function follow(toc) {
  const links = [...toc.querySelectorAll("a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;

  function mark() {
    waiting = false;
    const next = places.findIndex((place) => place && place.getBoundingClientRect().top > innerHeight / 4);
    const now = links.at(next < 0 ? links.length - 1 : next - 1);
    for (const link of links) link.removeAttribute("aria-current");
    if (next === 0) return;
    now.setAttribute("aria-current", "location");
    const [box, row] = [toc.getBoundingClientRect(), now.getBoundingClientRect()];
    if (row.top < box.top) toc.scrollTop += row.top - box.top;
    if (row.bottom > box.bottom) toc.scrollTop += row.bottom - box.bottom;
  }

  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
}

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
