#pragma once

#include "app/library/pinyin.h"

#include <QDialog>
#include <QFutureWatcher>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

// The preferences: a page for each subject, all of it applied at once. The search leaves the pages that have
// the text in a label, a choice, a tip or the name of a command, Chinese ones also by their reading.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget *parent);

    void addPage(const QString &name, QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lookUpReadings();
    bool isIn(const QString &text) const; // what is searched
    void narrow(const QString &text);

    QLineEdit *m_search;
    QListWidget *m_names;
    QStackedWidget *m_pages;
    QLabel *m_nothing;
    QPushButton *m_close;
    // Of all pages. Looked up once, on another thread; empty where none is written in Chinese.
    std::optional<Readings> m_readings;
    QFutureWatcher<Readings> m_lookUp;
};
