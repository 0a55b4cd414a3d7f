#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

// The preferences: a page for each subject, all of it applied at once. The search leaves the pages that have
// the text in a label, a choice, a tip or the name of a command.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget *parent);

    void addPage(const QString &name, QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);

    QLineEdit *m_search;
    QListWidget *m_names;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    QPushButton *m_close;
};
