// Comfort only: every page works without this file.
(() => {
  const editor = document.querySelector('textarea[data-editor]');
  let rich = null;
  if (editor && window.Jodit) {
    rich = window.Jodit.make(editor, {
      language: document.documentElement.lang.startsWith('zh') ? 'zh_cn' : 'en',
      height: 560,
      toolbarAdaptive: false,
      showXPathInStatusbar: false,
      hidePoweredByJodit: true,
      beautifyHTML: false,
      sourceEditor: 'area',
      askBeforePasteHTML: false,
      defaultActionOnPaste: 'insert_clear_html',
      buttons: 'bold,italic,underline,superscript,subscript,|,paragraph,ul,ol,|,table,link,|,align,|,undo,redo,eraser,source',
    });
  }

  // Fields that say nothing for the kind, attribute or audience chosen step aside; without scripts all of them show.
  document.querySelectorAll('[data-when]').forEach((part) => {
    const conditions = part.dataset.when.split(' ').map((condition) => condition.split('='));
    const judge = () => {
      part.hidden = !conditions.some(([id, values]) => values.split('|').includes(document.getElementById(id).value));
    };
    conditions.forEach(([id]) => document.getElementById(id).addEventListener('change', judge));
    judge();
  });

  // Drafts save themselves a moment after the last change, never in the middle of an input-method composition.
  const form = document.querySelector('form[data-autosave]');
  if (form) {
    const said = document.querySelector('[data-saved]');
    let composing = false;
    let timer = 0;
    let pending = false;
    let saving = false;
    const save = async () => {
      if (composing || saving || !pending) { return true; }
      saving = true;
      pending = false;
      const body = new FormData(form);
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body, headers: { 'X-Autosave': '1' } }).catch(() => null);
      saving = false;
      if (answer && answer.ok) {
        const state = await answer.json();
        form.querySelector('[name="Version"]').value = state.version;
        document.querySelectorAll('input[name="version"]').forEach((field) => { field.value = state.version; });
        if (said) { said.textContent = state.said; }
        document.body.dispatchEvent(new Event('saved'));
      } else if (said) {
        said.textContent = answer && answer.status === 409 ? (await answer.text()) : said.dataset.failed;
        said.classList.add('field-validation-error');
      }
      if (pending) { later(); }
      return Boolean(answer && answer.ok);
    };
    const later = () => {
      pending = true;
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    };
    form.addEventListener('compositionstart', () => { composing = true; });
    form.addEventListener('compositionend', () => { composing = false; later(); });
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    if (rich) { rich.events.on('change', later); }
    form.addEventListener('submit', () => { pending = false; clearTimeout(timer); });

    // Whoever submits, publishes or attaches while something is still unsaved gets it saved first.
    document.querySelectorAll('main form').forEach((other) => {
      if (other === form) { return; }
      other.addEventListener('submit', async (event) => {
        if (!pending && !saving) { return; }
        event.preventDefault();
        clearTimeout(timer);
        while (pending || saving) {
          if (saving) { await new Promise((done) => { setTimeout(done, 50); }); } else if (!(await save())) { return; }
        }
        other.requestSubmit(event.submitter);
      });
    });
    window.addEventListener('beforeunload', (event) => { if (pending) { event.preventDefault(); } });
  }

  // Dropping a file on a drop zone is the same as choosing it.
  document.querySelectorAll('.drop').forEach((zone) => {
    const input = zone.querySelector('input[type=file]');
    ['dragover', 'dragenter'].forEach((kind) => zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add('over'); }));
    ['dragleave', 'drop'].forEach((kind) => zone.addEventListener(kind, () => zone.classList.remove('over')));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      if (zone.dataset.send !== undefined) { input.form.requestSubmit(); }
    });
  });

  // One box for all boxes of a list.
  document.querySelectorAll('[data-all]').forEach((all) => {
    all.hidden = false;
    all.addEventListener('change', () => all.form.querySelectorAll(`input[name="${all.dataset.all}"]`).forEach((box) => { box.checked = all.checked; }));
  });

  // A file that is too large is told before it is sent.
  document.querySelectorAll('input[type=file][data-largest]').forEach((input) => input.addEventListener('change', () => {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.largest));
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
    if (tooLarge) { input.reportValidity(); }
  }));

  // On a phone the menu begins closed.
  if (matchMedia('(max-width: 991px)').matches) { document.querySelector('.office-nav')?.removeAttribute('open'); }

  document.querySelectorAll('[data-print]').forEach((button) => { button.hidden = false; button.addEventListener('click', () => window.print()); });

  document.querySelectorAll('[data-confirm]').forEach((button) => button.addEventListener('click', (event) => {
    if (!window.confirm(button.dataset.confirm)) { event.preventDefault(); }
  }));
})();
