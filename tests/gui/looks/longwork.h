#pragma once

class Camera;
class Desk;

// What takes its time: a folder that is read, pictures that are fetched, and how that ended. Leaves an
// archive of its own open.
void takeLongWork(Desk &desk, const Camera &camera);
