import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useKeptFields } from '@/hooks/useKeptFields';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const open = (saved: { note: string }, name = 'note.1') =>
  renderHook((props: { note: string }) => useKeptFields(name, props), { initialProps: saved });

describe('a text that was typed and not saved', () => {
  it('is there again when its form is opened again, and says so', () => {
    const first = open({ note: '' });
    act(() => first.result.current.change({ note: 'teeth?' }));
    first.unmount();
    const second = open({ note: '' });
    expect(second.result.current).toMatchObject({ fields: { note: 'teeth?' }, wereKept: true, isStale: false });
    expect(open({ note: '' }, 'note.2').result.current).toMatchObject({ fields: { note: '' }, wereKept: false });
  });

  it('is gone once it was saved, taken back by hand, or started over', () => {
    for (const end of ['forget', 'startOver', 'byHand'] as const) {
      const form = open({ note: 'a' });
      act(() => form.result.current.change({ note: 'b' }));
      act(() => (end === 'byHand' ? form.result.current.change({ note: 'a' }) : form.result.current[end]()));
      form.unmount();
      expect(open({ note: 'a' }).result.current, end).toMatchObject({ fields: { note: 'a' }, wereKept: false });
    }
  });

  it('is not shown over a text that was saved since, and damaged drafts are none', () => {
    const form = open({ note: '' });
    act(() => form.result.current.change({ note: 'mine' }));
    form.unmount();
    expect(open({ note: 'from the other phone' }).result.current.fields.note).toBe('from the other phone');
    localStorage.setItem(
      'infernalops.draft.note.1',
      JSON.stringify({ over: '{"note":""}', base: '', typed: '{"note":7}' }),
    );
    expect(open({ note: '' }).result.current.fields.note).toBe('');
  });
});

describe('a form whose row is changed elsewhere while it is open', () => {
  it('shows the new text if nothing was typed, and also after its own save', () => {
    const form = open({ note: 'a' });
    form.rerender({ note: 'b' });
    expect(form.result.current).toMatchObject({ fields: { note: 'b' }, isStale: false });
    act(() => form.result.current.change({ note: 'c ' }));
    act(() => form.result.current.forget());
    form.rerender({ note: 'c' });
    expect(form.result.current).toMatchObject({ fields: { note: 'c' }, isStale: false });
  });

  it('keeps what was typed and says that something else was saved', () => {
    const form = open({ note: 'a' });
    act(() => form.result.current.change({ note: 'mine' }));
    form.rerender({ note: 'theirs' });
    expect(form.result.current).toMatchObject({ fields: { note: 'mine' }, isStale: true });
    act(() => form.result.current.startOver());
    expect(form.result.current).toMatchObject({ fields: { note: 'theirs' }, isStale: false });
  });
});
