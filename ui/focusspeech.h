#pragma once

#include <QObject>

class QAccessibleInterface;
class QModelIndex;
class QWidget;

// What Qt (6.4) does not tell screen readers: where a list or tree gets the focus, which row is the current
// one, and where the web engine's widget does, which page, as they hear of the whole alone; and that a branch
// was opened or closed.
class FocusSpeech final : public QObject
{
    Q_OBJECT

public:
    explicit FocusSpeech(QObject *parent);

    // What is to be told where that widget gets the focus; null for nothing.
    static QAccessibleInterface *of(QWidget *widget);

private:
    void tell();
    void tellBranch(const QModelIndex &index);
};
