// Runs before the page is drawn, so that it never flashes in the other colours.
(() => {
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem("theme") ?? ""; } catch { return ""; } };
  const apply = theme => {
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-choice]"))
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  };
  const keep = theme => { try { localStorage.setItem("theme", theme); } catch { /* then it lasts until the page is left */ } };

  apply(read());
  document.addEventListener("DOMContentLoaded", () => {
    apply(read());
    window.Blazor?.addEventListener("enhancedload", () => apply(read()));
  });
  document.addEventListener("click", event => {
    const choice = event.target.closest("[data-theme-choice]");
    if (choice) {
      keep(choice.dataset.themeChoice);
      apply(choice.dataset.themeChoice);
    }
    if (event.target.closest("[data-reload]")) location.reload();
  });

  // The address follows the filter, without a page being asked for.
  window.shopFloor = {
    setAddress: address => history.replaceState(history.state, "", address),
    setTitle: title => { document.title = title; },
  };
})();
