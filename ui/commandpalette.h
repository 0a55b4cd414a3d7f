#pragma once

#include "ui/palettemodel.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

// Lies over the window while a command, a folder or a category is looked for by name. While it is there every
// key is its own.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void setAccent(const QColor &accent); // of the matched letters
    void open(const QList<PaletteEntry> &entries);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    void step(int rows);
    void run(const QModelIndex &index);
    void leave();
    void place();
    void tellCurrent();

    PaletteModel *m_model;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};
