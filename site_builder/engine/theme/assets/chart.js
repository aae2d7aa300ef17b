// What a chart's page saves: the rows of the published table that the chart shows, and the chart as a picture that stands alone.
// `cite.js` loads this where there is a chart, and names the buttons.

const XMLNS = "http://www.w3.org/2000/svg";
const WIDTH = 960;
const PAD = 16;
const LINE = 1.4;

// A cell with what ends it (RFC 4180): in quotation marks it may hold commas, line breaks, and its own marks twice.
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;

// The lines of a table of which some columns have these values, as they stand there, with the header before them.
export const rows = async (url, wanted) => {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const table = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer()); // it keeps its mark
  const [header, ...lines] = split(table);
  const columns = Object.entries(wanted).map(([name, value]) => [header.cells.indexOf(name), value]);
  const kept = lines.filter(({ cells }) => columns.every(([column, value]) => cells[column] === value));
  return [header, ...kept].map(({ text }) => text).join("");
};

const split = (table) => {
  const lines = [];
  let cells = [];
  let start = 0;
  CELL.lastIndex = 0;
  while (start < table.length) {
    const [, quoted, plain, end] = CELL.exec(table);
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    lines.push({ cells, text: table.slice(start, CELL.lastIndex) });
    start = CELL.lastIndex;
    cells = [];
  }
  return lines;
};

// Places and shapes are attributes of the page's chart already; those across may be shares of its width.
const SHAPE = ["d", "r", "x", "y", "x1", "x2", "y1", "y2", "dy", "width", "height", "viewBox", "preserveAspectRatio", "transform"];
// How each is drawn is the stylesheet's; what is so without being said is left out.
const STYLE = {
  fill: "rgb(0, 0, 0)", stroke: "none", "stroke-width": "1px", "stroke-linecap": "butt", "stroke-dasharray": "none",
  opacity: "1", "vector-effect": "none", "paint-order": "normal",
};
const LETTERS = { "font-family": "", "font-size": "", "text-anchor": "start", direction: "ltr" };

const made = (name, attributes, ...inside) => {
  const element = document.createElementNS(XMLNS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};
const styled = (from, wanted) => {
  const style = getComputedStyle(from);
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, style.getPropertyValue(name)]).filter(([name, value]) => value !== wanted[name]));
};
const resolved = (value, width) => (value.endsWith("%") ? `${+(parseFloat(value) * width / 100).toFixed(2)}` : value);
const shaped = (from, width) => Object.fromEntries(SHAPE.filter((name) => from.hasAttribute(name)).map((name) => [name, resolved(from.getAttribute(name), width)]));

// A copy of a part of a chart that needs neither the page nor its stylesheet.
const alone = (from, width) => {
  const inside = () => [...from.children].filter((child) => !child.id).map((child) => alone(child, width)); // the picture has its title once
  switch (from.localName) {
    case "title": return made("title", {}, from.textContent);
    case "text": return made("text", { ...shaped(from, width), ...styled(from, { ...STYLE, ...LETTERS }) }, from.textContent);
    case "svg": return made("svg", shaped(from, width), ...inside());
    case "a":
    case "g": return made("g", shaped(from, width), ...inside());
    case "use": {
      const { x, y, transform = "" } = shaped(from, width);
      const shape = document.querySelector(from.getAttribute("href"));
      return made("g", { transform: `${transform} translate(${x} ${y})`.trim() }, made(shape.localName, { ...shaped(shape, width), ...styled(from, STYLE) }));
    }
    default: return made(from.localName, { ...shaped(from, width), ...styled(from, STYLE) });
  }
};

const pen = document.createElement("canvas").getContext("2d");
const breadth = (text, size, family, weight = "normal") => {
  pen.font = `${weight} ${size}px ${family}`;
  return pen.measureText(text).width;
};
// A text cut into lines that fit; a word that does not, as an address, is cut as well.
const wrapped = (text, fits) => {
  const lines = [""];
  for (const word of text.split(/(?<=\s)/)) {
    if (fits(lines.at(-1) + word.trimEnd())) {
      lines[lines.length - 1] += word;
      continue;
    }
    if (lines.at(-1)) lines.push("");
    for (const letter of word) {
      if (!fits(lines.at(-1) + letter)) lines.push("");
      lines[lines.length - 1] += letter;
    }
  }
  return lines.map((line) => line.trimEnd());
};

// Puts one thing below the other, from the side on which lines begin.
class Sheet {
  constructor(style, colours) {
    Object.assign(this, { family: style.fontFamily, isBackwards: style.direction === "rtl", colours, down: PAD, parts: [] });
  }

  put(text, across, size, colour, more = {}) {
    const x = this.isBackwards ? WIDTH - across : across;
    const direction = this.isBackwards ? { direction: "rtl" } : {};
    this.parts.push(made("text", { x, y: this.down, fill: colour, "font-family": this.family, "font-size": size, ...direction, ...more }, text));
  }

  say(text, size, colour, weight) {
    for (const line of wrapped(text, (part) => breadth(part, size, this.family, weight) <= WIDTH - 2 * PAD)) {
      this.down += size * LINE;
      this.put(line, PAD, size, colour, weight ? { "font-weight": weight } : {});
    }
  }

  draw(chart) {
    this.down += PAD / 2;
    const inside = [...chart.children].map((child) => alone(child, WIDTH - 2 * PAD));
    this.parts.push(made("g", { transform: `translate(${PAD} ${this.down})` }, ...inside));
    this.down += +chart.getAttribute("height") + PAD / 2;
  }

  // The key: a glyph and what it means, as many in a line as there is room for.
  explain(keys, size) {
    const height = 24;
    let across = PAD;
    this.down += keys.length ? height : 0;
    for (const { glyph, text } of keys) {
      const before = glyph ? +glyph.getAttribute("width") + 4 : 0;
      const all = before + breadth(text, size, this.family);
      if (across > PAD && across + all > WIDTH - PAD) {
        across = PAD;
        this.down += height;
      }
      if (glyph) {
        const x = this.isBackwards ? WIDTH - across - glyph.getAttribute("width") : across;
        const y = this.down - size / 3 - glyph.getAttribute("height") / 2;
        this.parts.push(made("g", { transform: `translate(${x} ${y})` }, ...alone(glyph, 0).childNodes));
      }
      this.put(text, across + before, size, this.colours.quiet);
      across += all + PAD;
    }
  }

  done(title) {
    const height = Math.ceil(this.down + PAD);
    const paper = made("rect", { width: WIDTH, height, fill: this.colours.paper });
    return made("svg", { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: "img" }, made("title", {}, title), paper, ...this.parts);
  }
}

const drawn = (chart, { title, newest, source }) => {
  const style = getComputedStyle(document.body);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--ca-${name}`).trim();
  const sheet = new Sheet(style, { ink: colour("ink"), quiet: colour("quiet"), paper: colour("paper") });
  const keys = [...chart.parentElement.querySelectorAll(".ca-keys li")];
  sheet.say(title, 22, sheet.colours.ink, "bold");
  sheet.say(newest, 15, sheet.colours.ink);
  sheet.draw(chart);
  sheet.explain(keys.map((key) => ({ glyph: key.querySelector("svg"), text: key.textContent.trim() })), 14);
  sheet.down += PAD / 2;
  sheet.say(source, 13, sheet.colours.quiet);
  return sheet.done(title);
};

// A chart as a picture on light ground, whatever the page's: its text and its size.
export const picture = (chart, said) => {
  const { dataset } = document.documentElement;
  const chosen = dataset.scheme;
  dataset.scheme = "light"; // for as long as colours are read; nothing is painted meanwhile
  try {
    const svg = drawn(chart, said);
    return { text: new XMLSerializer().serializeToString(svg), width: WIDTH, height: +svg.getAttribute("height") };
  } finally {
    if (chosen === undefined) delete dataset.scheme;
    else dataset.scheme = chosen;
  }
};

// The picture in pixels, two for each of its own.
export const pixels = async ({ text, width, height }) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
};
