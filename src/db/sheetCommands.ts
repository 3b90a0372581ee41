/* The kept commands of sheets that are loaded when they are opened: named here, so that a start that finds one waiting knows it. */
import './chores';
import './health';
