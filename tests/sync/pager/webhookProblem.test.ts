import { describe, expect, it } from 'vitest';
import { MAX_URL_CHARS } from '@/protocol/limits';
import { webhookProblem, whyRefused } from '@/sync/pager/webhookProblem';

describe('the address of a webhook', () => {
  it.each([
    ['https://ntfy.sh/our-nights', null],
    // The operator may allow these; the server says whether it does.
    ['http://homeassistant.local:8123/api/webhook/baby', null],
    ['https://192.168.1.20/hook', null],
    ['', 'noAddress'],
    ['ntfy.sh/our-nights', 'noAddress'],
    ['mailto:mum@example.org', 'noAddress'],
    ['https://mum:secret@example.org/', 'password'],
    [`https://example.org/${'a'.repeat(MAX_URL_CHARS)}`, 'tooLong'],
  ])('%s: %s', (url, problem) => {
    expect(webhookProblem(url)).toBe(problem);
  });

  it('was refused for what can be seen of it', () => {
    expect(whyRefused('http://example.org/')).toBe('notHttps');
    expect(whyRefused('https://192.168.1.20/')).toBe('refused');
  });
});
