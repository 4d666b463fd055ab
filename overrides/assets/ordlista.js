// Ordlistans ord i texten: förklaringen visas på stället. Utan skript är varje ord en länk till
// ordlistan, och så är det också för den som öppnar länken i en ny flik.

const words = document.querySelectorAll("a.nv-term");
const box = document.createElement("span");
const what = document.createElement("span");
const more = document.createElement("a");

box.id = "nv-ord";
box.popover = "auto";
more.textContent = "Visa i ordlistan";
box.append(what, " ", more);

let open = null; // ordet som rutan hör till
let closing = null; // ordet vars ruta det här trycket just har stängt

for (const word of "popover" in HTMLElement.prototype ? words : []) {
  word.setAttribute("role", "button");
  word.setAttribute("aria-expanded", "false");
  word.addEventListener("pointerdown", () => { closing = open; });
  word.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (closing !== word) show(word);
    closing = null;
  });
  word.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    word.click();
  });
}

function show(word) {
  what.textContent = `${word.textContent}: ${word.title}.`;
  more.href = word.href;
  word.after(box); // nästa stopp för tangentbordet, och nästa ord för en skärmläsare
  open = word;
  word.setAttribute("aria-expanded", "true");
  box.showPopover();
}

box.addEventListener("beforetoggle", (event) => {
  if (event.newState !== "closed" || !open) return;
  open.setAttribute("aria-expanded", "false");
  if (box.contains(document.activeElement)) open.focus();
  open = null;
});
