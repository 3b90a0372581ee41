import { serveTasks } from './serveTasks';

// In a worker, `self` posts to the page. The types of a window do not know that.
serveTasks(self as unknown as Parameters<typeof serveTasks>[0]);
