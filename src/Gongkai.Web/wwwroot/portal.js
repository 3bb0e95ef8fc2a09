// Comfort only: every page works without this file. Titles are suggested while one types, never in the middle of an input-method composition.
(() => {
  document.querySelectorAll('input[data-suggest]').forEach((input) => {
    const list = document.getElementById(input.getAttribute('list'));
    let timer = 0;
    let asked = '';
    let last = null;
    const ask = async () => {
      const typed = input.value.trim();
      if (typed === asked || typed.length === 0) { return; }
      asked = typed;
      if (last) { last.abort(); }
      last = new AbortController();
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: last.signal }).catch(() => null);
      if (!answer || !answer.ok) { return; }
      const titles = await answer.json();
      list.replaceChildren(...titles.map((title) => Object.assign(document.createElement('option'), { value: title })));
    };
    const later = (event) => {
      if (event.isComposing) { return; }
      clearTimeout(timer);
      timer = setTimeout(ask, 200);
    };
    input.addEventListener('input', later);
    input.addEventListener('compositionend', later);
  });

  document.querySelectorAll('[data-copy]').forEach((button) => {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.copied;
    });
  });

  document.querySelectorAll('[data-print]').forEach((button) => { button.hidden = false; button.addEventListener('click', () => window.print()); });
})();
