import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import HouseholdScreen from '@/features/settings/HouseholdScreen';
import { screenStarter, setNow } from '../../support/screen';

const startScreen = screenStarter(['/household', HouseholdScreen]);

it('shows in the link to the on-call screen that there is no rota', async () => {
  setNow('19:00');
  await startScreen({ hash: '#/household' });
  expect(await screen.findByText('No rota yet: whoever wakes first gets up.')).toBeInTheDocument();
});
