// A field that filters a list of names, whatever page of the list is open: what begins so stands in the list's place.
// Of sources, also the articles of this page that say so.
import { address, again, begin, counted, languageOf, listen, make } from "./search-parts.js";

const MOST = 60;

export const filter = (place) => {
  const input = place.querySelector("input");
  const ofOutlets = place.dataset.names === "outlets";
  const language = languageOf(place);
  const status = make("p", { class: "ca-facts", role: "status" });
  const list = make("ul", { class: "ca-list" });
  const rest = [];
  for (let next = place.nextElementSibling; next; next = next.nextElementSibling) rest.push(next);
  place.append(status, list);
  const articles = rest.flatMap((each) => [...each.querySelectorAll(".ca-sources > li, :scope.ca-sources > li")]);
  let latest = 0;

  const whole = () => {
    status.textContent = "";
    list.replaceChildren();
    for (const each of [...rest, ...articles]) each.hidden = false;
  };
  const hideRest = (query) => {
    const wanted = query.normalize("NFKC").toLowerCase();
    for (const each of articles) each.hidden = !each.textContent.normalize("NFKC").toLowerCase().includes(wanted);
    for (const each of rest) each.hidden = !(each.matches(".ca-sources") && [...each.children].some((item) => !item.hidden));
    // The name of an outlet stands above its articles.
    for (const each of rest) if (each.matches("h2") && ofOutlets) each.hidden = each.nextElementSibling?.hidden ?? true;
  };

  const show = async () => {
    const query = input.value.trim();
    const turn = ++latest;
    if (!query) return whole();
    try {
      const { index, say } = await begin(language);
      const found = await again(async () => {
        const { names } = await index.suggest(query, language, { names: MOST, claims: 0 });
        const outlets = ofOutlets && new Set((await index.counts("outlet", [...Array(index.claims).keys()])).map(({ id }) => `entities/${id}/`));
        return names.filter(({ path }) => (outlets ? outlets.has(path) : path.startsWith("entities/")));
      });
      if (turn !== latest) return;
      list.replaceChildren(...found.map(({ path, name, other, count }) => make("li", {}, make("p", {},
        make("a", { href: address(language, path) }, name), " ", other && make("span", { class: "ca-facts" }, make("bdi", {}, other), " · "),
        make("span", { class: "ca-facts" }, counted(language, say.claims, count))))));
      hideRest(query);
      const shown = articles.filter(({ hidden }) => !hidden);
      status.textContent = counted(language, say.entries, found.length + shown.length);
    } catch {
      whole();
    }
  };
  listen(input, (typing) => { if (typing) show(); });
  if (input.value.trim()) show();
};
