#pragma once

#include "app/catalog/catalogtypes.h"

#include <QWidget>

class ElidedLabel;
class QProgressBar;
class QToolButton;

// In the status bar: how far the reading of the folder is, a way to stop it, and how it ended.
class PassStatus final : public QWidget
{
    Q_OBJECT

public:
    explicit PassStatus(QWidget *parent = nullptr);

public Q_SLOTS:
    void showProgress(const PassProgress &progress);
    void showResult(const PassResult &result);

Q_SIGNALS:
    void stopWanted();
    void stoppableChanged(bool stoppable);

private:
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_stop;
};
