#pragma once

class Camera;
class Desk;

// Everything that a command brings up, but for the preferences.
void takeDialogs(Desk &desk, const Camera &camera);
// Each page of them, and a key that is taken already.
void takePreferences(Desk &desk, const Camera &camera);
// Before an address that may not be what it seems is opened.
void takeLinkQuestion(Desk &desk, const Camera &camera);
