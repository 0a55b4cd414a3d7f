#pragma once

#include <QString>

#include <functional>

class QImage;
class QWidget;

// Takes pictures of what is on the screen, once nothing moves there any more. Not a test: it waits by
// looking.
class Camera final
{
public:
    // `folder` must exist; every file's name begins with `prefix`.
    Camera(const QString &folder, const QString &prefix);

    // Long where Chromium draws the page anew on a very large screen, without a graphics card.
    enum class Patience { Usual, Long };
    // All visible windows of this program, in one picture.
    void take(const QString &name, Patience patience = Patience::Usual) const;
    // What will not come to rest.
    void takeAtOnce(const QString &name) const;
    // What is brought up: a dialog or a menu, modal or not. It is closed again; false where none comes.
    bool takeDialog(const std::function<void()> &bringUp, const QString &name, const QWidget &window) const;

private:
    void save(const QImage &picture, const QString &name) const;

    QString m_folder;
    QString m_prefix;
};
