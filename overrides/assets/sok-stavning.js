// Förstår ord som webbplatsen inte har: ett bokstavsfel, en sammansättning av två ord som den har,
// eller ett ord som inte finns där alls.
//
//   const understand = speller((bokstav) => orden, rewriter(ord));
//   await understand("förskolla xyzzy")   { asked: "förskola", instead: "förskola" }
//
// `asked` är det som ska sökas och undefined när inget av orden finns; `instead` är samma sak när det
// inte är vad läsaren skrev. Orden är utan ändelser och i bokstavsordning, en lista för varje första
// bokstav (natverk/searching/known.py). De andra bokstävernas listor behövs bara för det som är okänt.
// Ett ord som är början på ett känt ord är känt: läsaren kanske inte har skrivit färdigt.

import { written } from "./sok-fraga.js";

const SHORTEST = 5; // bokstäver i ett ord som kan vara felstavat
const PART = 4; // bokstäver i en del av en sammansättning
const TAIL = 6; // bokstäver i ett sista ord som räcker ensamt
const LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé";
const FILES = [..."abcdefghijklmnopqrstuvwxyz", "ovriga"];

export function speller(fetchList, { plain, root, isOrdinary }) {
  const asked = new Map();
  const lists = new Map();
  const known = new Set();
  const whole = new Set();

  function load(file) {
    if (!asked.has(file)) asked.set(file, fetchList(file).then((text) => add(file, unpacked(text))));
    return asked.get(file);
  }

  function add(file, words) {
    for (const word of words) known.add(word);
    lists.set(file, { words: words.sort(), folded: words.map(fold).sort() });
    for (const word of lists.get(file).folded) whole.add(word);
  }

  function isKnown(word) {
    return begins(word) || isWhole(plain(word)) || (root(word) !== plain(word) && begins(root(word)));
  }

  // Om ett känt ord börjar så. Den som skriver å, ä och ö menar dem, den som inte gör det kan mena vilket som.
  function begins(start) {
    const list = lists.get(fileOf(start));
    return list ? (fold(start) === start ? startsOne(list.folded, start) : startsOne(list.words, start)) : false;
  }

  function isWhole(word) {
    return whole.has(fold(word));
  }

  // "jourförskola" är jour och förskola. Mellan dem kan det stå ett s, ett e eller ett o.
  function parted(word) {
    for (let at = PART - 1; at <= word.length - PART; at += 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const first = [head, head.replace(/[seo]$/, "")].find((one) => known.has(one) || known.has(plain(one)));
      if (first && known.has(plain(tail))) return `${first} ${tail}`;
    }
    return lastOf(word);
  }

  // Det sista ordet i en sammansättning säger vad det är, också när början är okänd.
  function lastOf(word) {
    for (let at = PART - 1; at <= word.length - TAIL; at += 1) {
      if (known.has(plain(word.slice(at)))) return word.slice(at);
    }
  }

  function mended(word) {
    return near(word).find((one) => known.has(plain(one)));
  }

  function begun(word) {
    return word.length > SHORTEST ? near(word).find((one) => begins(one)) : undefined;
  }

  function understood(word) {
    if (isOrdinary(word) || isKnown(word)) return word;
    return (word.length >= SHORTEST && (mended(word) ?? parted(word) ?? begun(word))) || "";
  }

  return async (text) => {
    const lower = written(text);
    const words = (lower.match(WORD) ?? []).filter((word) => !isOrdinary(word));
    if (/["”]/.test(lower)) return { asked: text };
    await Promise.all(words.flatMap((word) => [word, plain(word), root(word)]).map((word) => load(fileOf(word))));
    if (words.every(isKnown)) return { asked: text };
    await Promise.all(FILES.map(load));
    const asked = lower.replace(WORD, understood).replace(/\s+/g, " ").trim();
    return /[\p{L}\d]/u.test(asked) ? { asked, instead: asked } : {};
  };
}

// Ord av bara bokstäver; det som har siffror i sig är en dag, en punkt eller ett nummer.
const WORD = /(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu;

// Varje ord är ett tecken för hur många bokstäver det har gemensamma med det förra, och sedan resten.
function unpacked(text) {
  let before = "";
  return (text.match(/[\dA-Z][^\dA-Z]*/g) ?? []).map((word) => (before = before.slice(0, parseInt(word[0], 36)) + word.slice(1)));
}

function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function fileOf(word) {
  const first = fold(word)[0];
  return first >= "a" && first <= "z" ? first : "ovriga";
}

// Om något av orden, som är i ordning, börjar så.
function startsOne(sorted, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ?? false;
}

// Allt som skiljer sig på ett sätt: två bokstäver som har bytt plats, en för mycket, en fel, en för lite.
function near(word) {
  const cuts = [...word, ""].map((_, at) => [word.slice(0, at), word.slice(at)]);
  const letters = [...LETTERS];
  return [
    ...cuts.flatMap(([left, right]) => (right.length > 1 ? left + right[1] + right[0] + right.slice(2) : [])),
    ...cuts.flatMap(([left, right]) => (right ? left + right.slice(1) : [])),
    ...cuts.flatMap(([left, right]) => (right ? letters.map((letter) => left + letter + right.slice(1)) : [])),
    ...cuts.flatMap(([left, right]) => letters.map((letter) => left + letter + right)),
  ];
}
