// Comfort only: without this file a plain question is answered and what is public already is shown on the summary.
(() => {
  const guard = document.querySelector('[data-guard]');
  if (guard && window.Worker && window.crypto && window.crypto.subtle) {
    const worker = new Worker('/lib/altcha.js');
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (!data || data.counter === undefined) { return; }
      guard.querySelector('[name="Guard.Work"]').value = data.counter;
      const question = guard.querySelector('[data-question]');
      question.textContent = guard.dataset.done;
      question.className = 'soft';
    };
    const parameters = { algorithm: 'SHA-256', nonce: guard.dataset.nonce, salt: guard.dataset.salt, cost: 1, keyPrefix: guard.dataset.key };
    worker.postMessage({ type: 'work', challenge: { parameters }, counterMode: 'uint32', counterStart: 0, counterStep: 1 });
  }

  // What is public already, while the person types; never in the middle of an input-method composition.
  const asked = document.querySelector('[data-found]');
  if (asked) {
    const place = document.querySelector('#found');
    let timer = 0;
    let composing = false;
    const look = async () => {
      if (composing || asked.value.trim().length < 4) { return; }
      const answer = await fetch(`${asked.dataset.found}?q=${encodeURIComponent(asked.value.trim())}&key=${asked.dataset.key}`).catch(() => null);
      if (answer && answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        place.replaceChildren(...page.querySelectorAll('#found > *'));
      }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(look, 600); };
    asked.addEventListener('compositionstart', () => { composing = true; });
    asked.addEventListener('compositionend', () => { composing = false; later(); });
    asked.addEventListener('input', later);
  }
})();
