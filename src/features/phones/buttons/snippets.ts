import type { ButtonSetUp } from '@/sync/buttons/service';

/*
 * What is pasted into a home automation. It is code, the same in every language; docs/automation.md
 * has the same with placeholders.
 */

/** The names by which Home Assistant calls the two words. */
export const HOME_ASSISTANT = { woke: 'rest_command.baby_woke', asleep: 'rest_command.baby_asleep' } as const;

/** The commands of Home Assistant for configuration.yaml. */
export const homeAssistantCommands = ({ url, token, woke, asleep }: ButtonSetUp): string => {
  const command = (name: string, word: string) => `  ${name}:
    url: "${url}"
    method: post
    headers:
      Authorization: "Bearer ${token}"
    content_type: "application/json"
    payload: '{"word": "${word}"}'
`;
  return `rest_command:\n${command('baby_woke', woke)}${command('baby_asleep', asleep)}`;
};

/**
 * A command for a shell that says "woke". Its `id` stays the same however often it is sent, so it
 * is one press.
 */
export const shellCommand = ({ url, token, woke }: ButtonSetUp): string =>
  `curl --fail --retry 5 --retry-connrefused \\
  --header 'Authorization: Bearer ${token}' \\
  --header 'Content-Type: application/json' \\
  --data '{"word": "${woke}", "id": "woke-'$(date +%s)'"}' \\
  ${url}
`;
