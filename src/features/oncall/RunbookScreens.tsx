import { Route, Switch } from 'wouter';
import { RunbookPage } from './runbooks/RunbookPage';
import { RunbooksPage } from './runbooks/RunbooksPage';

/** The list of the runbooks, also with a whole runbook that somebody shared in its address. */
const LIST_ROUTE = /^\/household\/(?:runbooks|on-call\/add\/.*)$/;

/** The runbooks, and each runbook's own page. */
export default function RunbookScreens() {
  return (
    <Switch>
      <Route path={LIST_ROUTE} component={RunbooksPage} />
      <Route path="/household/on-call/:id" component={RunbookPage} />
    </Switch>
  );
}
