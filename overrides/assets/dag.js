// På ett nätverks sida väljer läsaren en dag, och ser de namn, uppdrag, ledamöter och roller som
// gällde då, också i det som är hopfällt. Utan skript står alla perioder där. Dagen står i adressen
// (?dag=2022-05-01).

const box = document.querySelector(".nv-periods");
if (box) start(box);

function start(box) {
  const rows = [...box.querySelectorAll("tbody tr")].map((node) => ({ node, ...span(node) }));
  const folds = box.querySelectorAll("details");
  const view = draw(box);

  function show(day) {
    view.input.value = day;
    for (const fold of folds) fold.open ||= day !== "";
    for (const row of rows) row.node.hidden = day !== "" && !(row.first <= day && day <= row.last);
    view.clear.hidden = day === "";
    view.status.textContent = day === "" ? "" : tell(day, rows);
  }

  view.input.addEventListener("change", () => choose(view.input.value));
  view.clear.addEventListener("click", () => {
    choose("");
    view.input.focus();
  });
  view.form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => show(fromAddress()));

  function choose(day) {
    const address = new URL(location.href);
    if (day === "") address.searchParams.delete("dag");
    else address.searchParams.set("dag", day);
    history.pushState(null, "", address);
    show(day);
  }

  show(fromAddress());
}

// Ett år gäller från sin första dag till sin sista, en månad likaså; det som är okänt är öppet.
// Dagar jämförs som text, så att den 31 räcker som sista dag i varje månad.
function span(row) {
  const from = row.querySelector(".nv-from")?.dateTime ?? "";
  const to = row.querySelector(".nv-to")?.dateTime ?? "";
  return {
    first: from && (from + "-01-01").slice(0, 10),
    last: to ? to + "-12-31".slice(to.length - 4) : "9999-12-31",
  };
}

function fromAddress() {
  const day = new URLSearchParams(location.search).get("dag") ?? "";
  const date = new Date(day);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !isNaN(date) && date.toISOString().startsWith(day) ? day : "";
}

function tell(day, rows) {
  const shown = rows.filter((row) => !row.node.hidden);
  const unknown = shown.filter((row) => row.first === "").length;
  const when = new Date(day).toLocaleDateString("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  const count = `Den ${when} gällde ${shown.length} av ${rows.length} rader.`;
  return unknown ? `${count} För ${unknown} av dem är det okänt när de började gälla.` : count;
}

function draw(box) {
  const form = document.createElement("form");
  form.className = "nv-day";
  const label = document.createElement("label");
  label.textContent = "Visa hur det var den här dagen:";
  const input = document.createElement("input");
  input.type = "date";
  input.id = "nv-dag";
  label.htmlFor = input.id;
  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = "Visa alla tider";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(label, input, clear, status);
  box.prepend(form);
  return { form, input, clear, status };
}
