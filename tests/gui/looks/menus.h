#pragma once

class Camera;
class Desk;

// Those of the menu bar, with theirs.
void takeMenus(Desk &desk, const Camera &camera);
// Those of a row of the list, a category, a link and a picture.
void takeContextMenus(Desk &desk, const Camera &camera);
