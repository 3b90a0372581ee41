// A browser of one window on WebKitGTK, run by gjs and driven by WebKitWebDriver. WebKitGTK's own
// MiniBrowser keeps everything in memory when it is driven: with this one, a phone that was killed
// can be opened again. Its environment variable PHONE is described in ../support/webKitBrowser.ts.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Gtk from 'gi://Gtk?version=3.0';
import WebKit2 from 'gi://WebKit2?version=4.1';

const phone = JSON.parse(GLib.getenv('PHONE'));

/** Reads a script that is beside this one. */
function readScript(name) {
  const file = Gio.File.new_for_uri(import.meta.url)
    .get_parent()
    .get_child(name);
  return new TextDecoder().decode(file.load_contents(null)[1]);
}

Gtk.init(null);
Gtk.Settings.get_default().gtk_application_prefer_dark_theme = phone.isDark;

const context = new WebKit2.WebContext({
  website_data_manager: new WebKit2.WebsiteDataManager({
    base_data_directory: `${phone.folder}/data`,
    base_cache_directory: `${phone.folder}/cache`,
  }),
  time_zone_override: phone.timeZone,
});
context.set_preferred_languages([phone.locale]);
context.set_automation_allowed(true);

// A download is there under its name only when it is complete.
context.connect('download-started', (_, download) => {
  const downloads = Gio.File.new_for_path(`${phone.folder}/downloads`);
  let name = 'unnamed';
  download.connect('decide-destination', (_download, suggestedName) => {
    name = suggestedName;
    download.set_destination(downloads.get_child(`${name}.part`).get_uri());
    return true;
  });
  download.connect('finished', () => {
    downloads.get_child(`${name}.part`).move(downloads.get_child(name), Gio.FileCopyFlags.OVERWRITE, null, null);
  });
});

const scripts = new WebKit2.UserContentManager();
scripts.add_script(
  new WebKit2.UserScript(
    readScript('clock.js').replace('INITIAL_MS', String(phone.nowMs)),
    WebKit2.UserContentInjectedFrames.TOP_FRAME,
    WebKit2.UserScriptInjectionTime.START,
    ['http://localhost/*'],
    null,
  ),
);

const view = new WebKit2.WebView({
  web_context: context,
  user_content_manager: scripts,
  is_controlled_by_automation: true,
  settings: new WebKit2.Settings({
    enable_write_console_messages_to_stdout: true,
    // Xvfb has no graphics card.
    hardware_acceleration_policy: WebKit2.HardwareAccelerationPolicy.NEVER,
  }),
});
context.connect('automation-started', (_, session) => session.connect('create-web-view', () => view));

const window = new Gtk.Window({ default_width: phone.width, default_height: phone.height, decorated: false });
window.add(view);
view.connect('close', () => window.destroy());
window.connect('destroy', () => Gtk.main_quit());
window.show_all();
Gtk.main();
