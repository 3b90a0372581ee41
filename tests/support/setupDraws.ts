import { setUsualDraws } from './draws';

await setUsualDraws();
