"""The running application: settings, wiring, web server, scheduler, dispatcher and command line."""
