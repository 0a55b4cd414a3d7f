#pragma once

#include <QWidget>

class FileManager;
class Library;
class QAction;
class QFormLayout;
class Settings;

// What is asked of the network, what is remembered, and where it lies.
class PrivacyPage final : public QWidget
{
    Q_OBJECT

public:
    // `switches` are those of the network.
    PrivacyPage(const QList<QAction *> &switches, Library &library, Settings &settings,
                QWidget *parent = nullptr);

private:
    void addNetwork(const QList<QAction *> &switches);
    void addMemory(Settings &settings);
    void addPlaces(const Library &library);
    void addPlace(QFormLayout *form, const QString &what, const QString &folder);

    FileManager *m_files;
};
