import type { Phone } from './phone';

/** Makes a household of Baby and Max, in which Dad is always on call, and Mum is second. */
export async function setUpHousehold(phone: Phone): Promise<void> {
  await phone.show('#/household/children');
  await phone.button('Add a child').click();
  await phone.sheet.getByRole('textbox', { name: 'Name' }).fill('Max');
  await phone.button('Save', phone.sheet).click();
  await phone.button('Max').waitFor();
  await phone.show('#/household/on-call');
  await phone.button('Always the same one').click();
  const first = phone.page.getByRole('group', { name: /^Who has the nights/ });
  await phone.button(/^Dad/, first).click();
  await phone.button(/^Tonight, .*: Dad, then Mum$/).waitFor();
}

/** The first phone begins to share, and the second one joins by the code. */
export async function share(first: Phone, second: Phone): Promise<void> {
  await first.show('#/household/phones');
  await first.main.getByText(first.holder, { exact: true }).click();
  await first
    .button('Add a phone')
    .or(first.main.getByRole('link', { name: 'Add a phone' }))
    .click();
  const code = first.page.getByRole('img', { name: /^Code/ });
  await code.waitFor();
  await second.show('#/join');
  await second.page.getByRole('textbox').fill((await code.locator('span').allInnerTexts()).join('-'));
  await second.button('Go on').click();
  await second.main.getByText(second.holder, { exact: true }).click();
  await second.button('Join').click();
  await second.page.locator('button.wake-button').first().waitFor();
}
