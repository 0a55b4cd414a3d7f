#pragma once

class QWidget;

// What this program is, over `window`.
void showAboutBox(QWidget *window);
