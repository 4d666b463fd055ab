// Gissar vad den som kom fel letade efter: orden i adressen står i sökfältet, och den närmaste
// sidan som finns får en länk. Utan skript finns fältet och listan över avsnitten.

const home = new URL(document.querySelector(".nv-brand").href).pathname;
const parts = decode(location.pathname.slice(home.length)).split("/").filter(Boolean);

if (parts.length && parts[0] !== "404.html") {
  document.querySelector("#nv-q404").value = words(parts);
  showNearest(parts);
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// "natverk/skolchefsnatverket/2024-03-09.html" blir "skolchefsnatverket 2024-03-09".
function words(parts) {
  const own = parts.length > 1 ? parts.slice(1) : parts;
  const text = own.join(" ").replace(/\.\w{2,4}$/, "");
  return text.replace(/(?<!\d)[-_+.]|[-_+.](?!\d)/g, " ").replace(/\s+/g, " ").trim();
}

async function showNearest(parts) {
  const place = document.querySelector("#nv-narmast");
  const link = place.querySelector("a");
  for (let depth = parts.length - 1; depth > 0; depth -= 1) {
    const address = `${home}${parts.slice(0, depth).map(encodeURIComponent).join("/")}/`;
    const heading = await headingAt(address);
    if (!heading) continue;
    link.href = address;
    link.textContent = heading;
    place.hidden = false;
    return;
  }
}

async function headingAt(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return "";
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const heading = found.querySelector("#innehall h1"); // andras sidor räknas inte
  heading?.querySelector(".headerlink")?.remove();
  return heading?.textContent.trim() ?? "";
}
