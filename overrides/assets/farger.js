// Läsarens val av färger, satt innan något visas. Annars följer sidan enheten.
// Valet stannar i webbläsaren. Får den inte spara något gäller valet bara den här sidan.

const root = document.documentElement;
root.classList.remove("no-js");

try {
  use(localStorage.getItem("nv-farger") ?? "");
} catch {
  use("");
}

addEventListener("DOMContentLoaded", () => {
  const choices = [...document.querySelectorAll("input[name=nv-farger]")];
  for (const choice of choices) {
    choice.checked = choice.value === (root.dataset.nvFarger ?? "");
    choice.addEventListener("change", () => {
      use(choice.value);
      try {
        localStorage.setItem("nv-farger", choice.value);
      } catch {
        // då gäller valet bara här
      }
    });
  }
});

function use(scheme) {
  if (scheme === "ljusa" || scheme === "morka") root.dataset.nvFarger = scheme;
  else delete root.dataset.nvFarger;
}
