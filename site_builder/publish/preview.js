// Loads a previewed page anew when the archive has changed since the page was made, and leaves the reader where they were.
(() => {
  const { version } = document.currentScript.dataset;
  const place = `claims.preview ${location.pathname}`;
  const before = sessionStorage.getItem(place);
  let isBack = before === null;
  if (!isBack) {
    history.scrollRestoration = "manual";
    addEventListener("load", () => {
      scrollTo(0, Number(before));
      sessionStorage.removeItem(place);
      isBack = true;
    });
  }
  new EventSource(`/-/changes?${version}`).addEventListener("change", () => {
    if (isBack) sessionStorage.setItem(place, scrollY); // a second change may come before the page is there
    location.reload();
  });
})();
